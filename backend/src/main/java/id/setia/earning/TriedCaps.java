package id.setia.earning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What one rule that is only tried would have left of its caps, had it given nothing before. Counted in memory: for one
 * member at a time, so purchases come member by member, and for the budget in the same order.
 */
public final class TriedCaps {

    private final Caps caps;
    private Optional<UUID> member = Optional.empty();
    private CapCounts used = CapCounts.NONE;
    private long given;

    public TriedCaps(RuleDefinition definition) {
        this.caps = definition.ofCaps();
    }

    /**
     * What it may still give on a purchase; empty where nothing caps it.
     *
     * @param buyer anything that tells members apart
     * @param day of the purchase, in the programme's time
     */
    public Optional<Ceiling> ceiling(UUID buyer, LocalDate day) {
        if (!member.equals(Optional.of(buyer))) {
            member = Optional.of(buyer);
            used = CapCounts.NONE;
        }
        return caps.ceiling(used, day, () -> caps.budget() - given);
    }

    /** Counts what it would have given to the member asked for last; 0 counts nothing. */
    public void gave(LocalDate day, long points) {
        given += points;
        if (points > 0 && !caps.perMember().isEmpty()) {
            used = used.plus(day, points, 1);
        }
    }
}
