package id.setia.access;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The account of the member of staff who asks. */
@Serdeable
@Schema(description = "The account of the member of staff who asks.")
public record OwnAccountResponse(
        @Schema(description = "The member of staff.", example = "stf_01j9zq3k5v8w2x4y6z8a0b2c4d") String staffId,
        @Schema(description = "The name shown to others.", example = "Rina Hartono") String name,
        @Schema(description = "The e-mail address to sign in with.", example = "rina@example.com") String email,
        @Schema(description = "The language of mails.", allowableValues = {"id", "en"}, example = "id") String language,
        @Schema(description = "The roles.", example = "[\"store_manager\"]") List<String> roles,
        @Schema(
                        description = "The stores a store manager answers for; empty for everybody else.",
                        example = "[\"sto_01j9zq3k5v8w2x4y6z8a0b2c4d\"]")
                List<String> stores,
        @Schema(description = "Whether there is a second factor.", example = "true") Boolean secondFactor,
        @Schema(description = "Whether the program requires a second factor.", example = "false") Boolean secondFactorRequired,
        @Schema(description = "How many recovery codes are left.", example = "10") Integer recoveryCodesLeft) {

    static OwnAccountResponse of(StaffAccount account, boolean required, int recoveryCodesLeft) {
        return new OwnAccountResponse(
                PublicId.STAFF.format(account.id()),
                account.name(),
                account.email(),
                account.language(),
                account.roles().stream().sorted().map(Role::value).toList(),
                StaffResponse.storeIds(account),
                account.secondFactor(),
                required,
                recoveryCodesLeft);
    }
}
