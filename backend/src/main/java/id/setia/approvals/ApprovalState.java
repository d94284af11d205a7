package id.setia.approvals;

import java.util.Locale;

/** What became of a request for a second person's yes. */
public enum ApprovalState {
    WAITING,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    /** As the column and the answers keep it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApprovalState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
