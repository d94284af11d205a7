package id.setia.members;

import java.util.Optional;
import java.util.UUID;

/**
 * The member behind a phone number given at a till.
 *
 * @param created whether this enrolment made them
 * @param card its number, where the till may know it: of a membership nobody has claimed yet, at the partner that began it
 * @param told whether the phone was sent the claim message by this enrolment
 */
public record EnrolledAtTill(UUID memberId, boolean created, Optional<String> card, boolean told) {}
