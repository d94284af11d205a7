package id.setia.platform;

import id.setia.kernel.LocalText;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an administrator may change of the programme. */
@Serdeable
@Schema(description = "What an administrator may change of the program.")
record ProgramSettingsResponse(
        @Schema(description = "Its name.", example = "Klub Nusantara") String name,
        @Schema(description = "What points are called.") LocalText pointsName,
        @Schema(description = "What one point is worth to a member, a plain decimal.", example = "10") String pointWorth,
        @Schema(description = "ISO 4217 code of its currency.", example = "IDR") String currency,
        @Schema(description = "Time zone of its calendar, by IANA name.", example = "Asia/Jakarta") String timeZone,
        @Schema(description = "Whether currency and time zone can no longer change, since there is a purchase.", example = "true")
                boolean fixed) {

    static ProgramSettingsResponse of(Program program, boolean fixed) {
        return new ProgramSettingsResponse(
                program.name(),
                program.pointsName(),
                program.pointWorth().toPlainString(),
                program.currency(),
                program.timeZone().getId(),
                fixed);
    }
}
