package id.setia.rewards;

import java.util.UUID;

/**
 * What decides which rewards a member can have, now.
 *
 * @param maySpend whether the membership may use points
 * @param tierCode empty where it was not looked up, for rewards that ask for none
 * @param available points that can be used
 */
public record RewardMember(UUID memberId, boolean maySpend, String tierCode, long available) {}
