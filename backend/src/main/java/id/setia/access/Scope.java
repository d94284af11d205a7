package id.setia.access;

import java.util.Arrays;
import java.util.Optional;

/** What a till's or partner's token allows: a resource and an action. */
public enum Scope {
    PURCHASES_READ("purchases:read"),
    PURCHASES_WRITE("purchases:write"),
    REFUNDS_WRITE("refunds:write"),
    HOLDS_WRITE("holds:write"),
    EVENTS_WRITE("events:write"),
    MEMBERS_READ("members:read"),
    MEMBERS_WRITE("members:write"),
    MEMBERS_LOOKUP("members:lookup"),
    OFFERS_READ("offers:read"),
    REWARDS_READ("rewards:read"),
    VOUCHERS_WRITE("vouchers:write"),
    PROGRAM_READ("program:read"),
    LEDGER_READ("ledger:read"),
    IMPORTS_WRITE("imports:write");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /** The scope written so, or nothing. */
    public static Optional<Scope> of(String value) {
        return Arrays.stream(values()).filter(scope -> scope.value.equals(value)).findFirst();
    }
}
