package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a member of staff is called and does from now on. */
@Serdeable
@Schema(description = "What a member of staff is called and does from now on.")
public record ChangeStaffRequest(
        @NotBlank @Size(max = 120) @Schema(description = "The name shown to others.", example = "Rina Hartono") String name,
        @NotNull
                @Pattern(regexp = "id|en")
                @Schema(description = "The language of mails to them.", allowableValues = {"id", "en"}, example = "id")
                String language,
        @NotEmpty @Size(max = 7) @Schema(description = "What they are there for: `administrator`, `marketer`, `service_agent`, `store_manager`, `finance`, `analyst`, `auditor`.", example = "[\"service_agent\"]")
                List<@NotNull @Pattern(regexp = "administrator|marketer|service_agent|store_manager|finance|analyst|auditor") String> roles,
        @NotNull
                @Size(max = 500)
                @Schema(
                        description = "The stores a store manager answers for, at least one; empty for everybody else.",
                        example = "[\"sto_01j9zq3k5v8w2x4y6z8a0b2c4d\"]")
                List<@NotNull String> stores) {

    StaffWork work() {
        return StaffWork.of(roles, stores);
    }

    @Override
    public String toString() {
        return "ChangeStaffRequest[]";
    }
}
