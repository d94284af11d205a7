package id.setia.platform;

import java.time.ZoneId;

/**
 * What a new database's programme is called and counts in, until an administrator changes it.
 *
 * @param name     the programme's name
 * @param currency an ISO 4217 code, fixed after the first purchase
 * @param timeZone the programme's time zone, fixed after the first purchase
 */
record FirstProgram(String name, String currency, ZoneId timeZone) {

    static FirstProgram of(StartVariables variables) {
        return new FirstProgram(
                variables.text("SETIA_PROGRAM_NAME").orElse("Setia"),
                variables.currency("SETIA_PROGRAM_CURRENCY").orElse("IDR"),
                variables.zone("SETIA_PROGRAM_TIME_ZONE").orElse(ZoneId.of("Asia/Jakarta")));
    }
}
