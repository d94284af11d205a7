package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How long a membership may stay unclaimed.
 *
 * @param months after enrolment or the last purchase, whichever is later, 1 to 60
 */
@Serdeable
public record UnclaimedPolicy(int months) {

    public static final String NAME = "members.unclaimed";
    public static final UnclaimedPolicy DEFAULT = new UnclaimedPolicy(12);
}
