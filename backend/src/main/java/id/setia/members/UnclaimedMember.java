package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * A member enrolled by somebody else, from a history file or at a till.
 *
 * @param id given by who enrols, so that other rows of the same transaction can name it
 * @param external their number in the other system
 * @param name as known there; may be empty
 * @param language {@code id} or {@code en}
 * @param joinedAt business time of joining
 */
public record UnclaimedMember(UUID id, MemberReference external, String name, String language, Instant joinedAt) {}
