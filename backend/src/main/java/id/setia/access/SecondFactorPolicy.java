package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Whether staff need a second factor to sign in. */
@Serdeable
@Schema(description = "Whether staff need a second factor to sign in.")
public record SecondFactorPolicy(
        @NotNull
                @Pattern(regexp = "optional|required")
                @Schema(
                        description = "`optional`: everybody decides for themselves. `required`: without one, staff can do nothing but set one up.",
                        allowableValues = {"optional", "required"},
                        example = "required")
                String secondFactor) {

    static final SecondFactorPolicy OPTIONAL = new SecondFactorPolicy("optional");

    boolean required() {
        return "required".equals(secondFactor);
    }
}
