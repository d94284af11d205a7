package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/** What was asked for, as the request for a second person's yes keeps it. */
@Serdeable
record LeavingOrder(UUID partnerId, LocalDate leavesOn, int refundDays, String reason) {}
