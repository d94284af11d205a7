package id.setia.program;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Where members reach the people of the programme. */
@Serdeable
public record ProgramContact(@Nullable String email, @Nullable String phone) {

    /** The setting's name. */
    public static final String SETTING = "program.contact";

    /** While nobody has said. */
    public static final ProgramContact NONE = new ProgramContact(null, null);
}
