package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A member of staff. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A member of staff.")
public record StaffResponse(
        @Schema(description = "The member of staff.", example = "stf_01j9zq3k5v8w2x4y6z8a0b2c4d") String staffId,
        @Schema(description = "The name shown to others.", example = "Rina Hartono") String name,
        @Schema(description = "The e-mail address they sign in with.", example = "rina@example.com") String email,
        @Schema(description = "The language of mails to them.", allowableValues = {"id", "en"}, example = "id") String language,
        @Schema(description = "What they are there for.", example = "[\"store_manager\"]") List<String> roles,
        @Schema(
                        description = "The stores a store manager answers for; empty for everybody else.",
                        example = "[\"sto_01j9zq3k5v8w2x4y6z8a0b2c4d\"]")
                List<String> stores,
        @Schema(
                        description = "`invited` until they have chosen a password, `active`, or `disabled`.",
                        allowableValues = {"invited", "active", "disabled"},
                        example = "active")
                String state,
        @Schema(description = "Whether they prove themselves by a second factor.", example = "true") Boolean secondFactor,
        @Nullable @Schema(description = "When their invitation lapses or lapsed, while they are invited.", example = "2026-11-29T03:04:05Z")
                Instant invitedUntil,
        @Nullable @Schema(description = "When they last signed in.", example = "2026-11-22T03:04:05Z") Instant signedInAt,
        @Schema(description = "When the account was made.", example = "2026-11-22T03:04:05Z") Instant createdAt) {

    static StaffResponse of(StaffAccount account) {
        return new StaffResponse(
                PublicId.STAFF.format(account.id()),
                account.name(),
                account.email(),
                account.language(),
                account.roles().stream().sorted().map(Role::value).toList(),
                storeIds(account),
                account.state().value(),
                account.secondFactor(),
                account.state() == StaffState.INVITED ? account.invitedUntil().orElse(null) : null,
                account.signedInAt().orElse(null),
                account.createdAt());
    }

    static List<String> storeIds(StaffAccount account) {
        return account.stores().stream().map(PublicId.STORE::format).sorted().toList();
    }
}
