package id.setia.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one till or system read of a member within an hour. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What one till or partner's system read of a member within one hour.")
public record ProfileReadResponse(
        @Schema(description = "Whose it is.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
        @Schema(description = "Name of the partner.", example = "Kopi Senja") String partnerName,
        @Nullable @Schema(description = "The store, where a till read.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Nullable @Schema(description = "Name of the store.", example = "Kopi Senja Braga") String storeName,
        @Nullable @Schema(description = "What the till or system is called.", example = "Sistem CRM Kopi Senja") String clientName,
        @Schema(description = "When the hour began.", example = "2026-11-22T03:00:00Z") Instant hour,
        @Schema(description = "When it read last in that hour.", example = "2026-11-22T03:04:05Z") Instant lastAt,
        @Schema(description = "How often.", example = "3") Long reads,
        @Schema(description = "By what: `profile`, `lookup`, `points`, `activity`, `purchases`, `standing`, `offers`, `rewards`, `statement`,"
                        + " `cards`, `consents`, `details` or `other`; more may come.", example = "[\"profile\",\"points\"]")
                List<String> operations,
        @Schema(description = "Which fields it was shown.", example = "[\"name\",\"email\",\"points\"]") List<String> fields) {

    static ProfileReadResponse of(PartnerRead read, PartnerDirectory directory, Optional<String> clientName) {
        Optional<Store> store =
                read.terminalId().flatMap(directory::terminal).map(Terminal::storeId).flatMap(directory::store);
        return new ProfileReadResponse(
                PublicId.PARTNER.format(read.partnerId()),
                directory.partner(read.partnerId()).map(Partner::name).orElse(""),
                store.map(Store::id).map(PublicId.STORE::format).orElse(null),
                store.map(Store::name).orElse(null),
                clientName.orElse(null),
                read.hour(),
                read.lastAt(),
                read.reads(),
                read.operations().stream().map(ReadOperation::value).toList(),
                read.fields().stream().map(ReadField::value).toList());
    }
}
