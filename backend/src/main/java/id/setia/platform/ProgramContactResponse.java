package id.setia.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.program.ProgramContact;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where members reach the programme. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where members reach the program.")
record ProgramContactResponse(
        @Nullable @Schema(description = "An e-mail address.", example = "halo@klub.example.com") String email,
        @Nullable @Schema(description = "A telephone number.", example = "+62 21 5550 1234") String phone) {

    static ProgramContactResponse of(ProgramContact contact) {
        return new ProgramContactResponse(contact.email(), contact.phone());
    }
}
