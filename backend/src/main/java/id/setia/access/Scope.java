package id.setia.access;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a till's or partner's token allows: a resource and an action. */
public enum Scope {
    PURCHASES_READ("purchases:read"),
    PURCHASES_WRITE("purchases:write"),
    REFUNDS_WRITE("refunds:write"),
    HOLDS_WRITE("holds:write"),
    EVENTS_READ("events:read"),
    EVENTS_WRITE("events:write"),
    WEBHOOKS_READ("webhooks:read"),
    WEBHOOKS_WRITE("webhooks:write"),
    MEMBERS_READ("members:read"),
    MEMBERS_WRITE("members:write"),
    MEMBERS_LOOKUP("members:lookup"),
    OFFERS_READ("offers:read"),
    REWARDS_READ("rewards:read"),
    VOUCHERS_WRITE("vouchers:write"),
    PROGRAM_READ("program:read"),
    PRODUCTS_READ("products:read"),
    LEDGER_READ("ledger:read"),
    IMPORTS_WRITE("imports:write"),
    SANDBOX_READ("sandbox:read"),
    SANDBOX_WRITE("sandbox:write");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /** The refusal of a token that has none of these, with their names as RFC 6750 lists them. */
    public static Problem insufficient(Collection<Scope> needed) {
        List<String> names = needed.stream().sorted().map(Scope::value).toList();
        return Problem.of(
                ProblemCode.INSUFFICIENT_SCOPE,
                LocalText.of(String.join(" atau ", names), String.join(" or ", names)),
                String.join(" ", names));
    }

    /** The scope written so, or nothing. */
    public static Optional<Scope> of(String value) {
        return Arrays.stream(values()).filter(scope -> scope.value.equals(value)).findFirst();
    }
}
