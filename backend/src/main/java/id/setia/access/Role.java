package id.setia.access;

import java.util.Locale;

/** What a member of staff is there for. */
public enum Role {
    ADMINISTRATOR,
    MARKETER,
    SERVICE_AGENT,
    STORE_MANAGER,
    FINANCE,
    ANALYST,
    AUDITOR;

    /** As it stands in answers, {@code service_agent}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
