package id.setia.audiences;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * What is known of a member at a moment.
 *
 * @param month the program's month at that moment
 */
public record AudienceFacts(String tierCode, Optional<LocalDate> birthDate, Month month) {}
