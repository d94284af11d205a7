package id.setia.partners;

import id.setia.access.Scope;
import id.setia.kernel.Objections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be asked for an API client. */
final class ClientScopes {

    /** What a till needs to sell; nothing that shows who somebody is. */
    static final Set<Scope> OF_A_TILL = EnumSet.of(
            Scope.PURCHASES_READ,
            Scope.PURCHASES_WRITE,
            Scope.REFUNDS_WRITE,
            Scope.HOLDS_WRITE,
            Scope.MEMBERS_LOOKUP,
            Scope.MEMBERS_WRITE,
            Scope.OFFERS_READ,
            Scope.REWARDS_READ,
            Scope.VOUCHERS_WRITE,
            Scope.PROGRAM_READ);

    /** What concerns the whole programme and no till. */
    private static final Set<Scope> NOT_FOR_TILLS = EnumSet.of(
            Scope.LEDGER_READ, Scope.IMPORTS_WRITE, Scope.EVENTS_READ, Scope.WEBHOOKS_READ, Scope.WEBHOOKS_WRITE);

    private ClientScopes() {}

    /**
     * The scopes asked for.
     *
     * @param objections to what else is asked, refused together
     */
    static Set<Scope> checked(Objections objections, List<String> asked, boolean till) {
        Set<Scope> scopes = asked.stream()
                .flatMap(value -> Scope.of(value).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        String all = EnumSet.allOf(Scope.class).stream().map(Scope::value).collect(Collectors.joining(", "));
        objections
                .unless(asked.stream().allMatch(value -> Scope.of(value).isPresent()), "/scopes", "value_unknown", all)
                .unless(!asked.isEmpty(), "/scopes", "scope_needed")
                .unless(
                        !till || scopes.stream().noneMatch(NOT_FOR_TILLS::contains),
                        "/scopes",
                        "scope_not_for_tills",
                        ApiClients.joined(NOT_FOR_TILLS))
                .refuse();
        return scopes;
    }
}
