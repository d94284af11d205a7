package id.setia.access;

import java.time.Duration;
import java.util.Locale;

/** What a link mailed to staff is for, where it leads, and how long it lasts. */
enum StaffLinkKind {
    INVITATION("/staff/invitation", Duration.ofDays(7)),
    PASSWORD("/staff/new-password", Duration.ofMinutes(30));

    private final String page;
    private final Duration lifetime;

    StaffLinkKind(String page, Duration lifetime) {
        this.page = page;
        this.lifetime = lifetime;
    }

    String page() {
        return page;
    }

    Duration lifetime() {
        return lifetime;
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
