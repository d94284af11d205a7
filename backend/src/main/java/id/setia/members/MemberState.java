package id.setia.members;

import java.util.Locale;

/** What a member may do. */
public enum MemberState {
    /** Enrolled by somebody else; earns, cannot spend. */
    UNCLAIMED,
    ACTIVE,
    /** Earns, cannot spend. */
    FROZEN,
    CLOSED,
    /** Lives on as another member. */
    MERGED,
    ERASED;

    /** Whether points may be used, given the proof spending needs. */
    public boolean maySpend() {
        return switch (this) {
            case ACTIVE -> true;
            case UNCLAIMED, FROZEN, CLOSED, MERGED, ERASED -> false;
        };
    }

    /** As it stands in answers, {@code active}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MemberState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
