package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A log-in that everybody may know, for invented data. */
@Serdeable
@Schema(description = "A log-in to try; exists in a demonstration only.")
record DemoLogin(
        @Schema(description = "Whose it is: `member` or `staff`.", example = "member") String kind,
        @Schema(description = "E-mail address to sign in with.", example = "sari@demo.setia.example") String email,
        @Schema(description = "Password to sign in with.", example = "sari-demo-1") String password,
        @Schema(description = "Name of the person.", example = "Sari Wulandari") String name) {}
