package id.setia.audiences;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a member at a moment.
 *
 * @param month the program's month at that moment
 * @param audiences the saved audiences the member is in, of those asked for
 */
public record AudienceFacts(String tierCode, Optional<LocalDate> birthDate, Month month, Set<UUID> audiences) {}
