package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/**
 * That a friend named a member at joining.
 *
 * @param joinedAt business time
 */
public record Referral(UUID friendId, UUID referrerId, Instant joinedAt) {}
