package id.setia.platform;

import id.setia.access.Scope;
import java.util.Map;

/** What the contract says each scope allows. */
final class ContractScopes {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("purchases:read", "Read purchases and refunds that one's own partner posted, and the stores."),
            Map.entry("purchases:write", "Post purchases, alone and in batches, quote them, attach them to members, confirm waiting points."),
            Map.entry("refunds:write", "Post refunds and exchanges."),
            Map.entry("holds:write", "Set points and rewards aside with the member's proof, use them and let them go."),
            Map.entry("events:write", "Tell what members did beside buying, that rules may reward."),
            Map.entry("members:read", "Read members whole, as far as one's partner may: the program's owner all of them, other partners"
                    + " those who agree to share their data. Every such read is shown to the member."),
            Map.entry("members:write", "Enrol members by phone."),
            Map.entry("members:lookup", "Find the member who shows a card or phone number, in the masked view."),
            Map.entry("offers:read", "Read the offers of a member."),
            Map.entry("rewards:read", "Read the rewards, and which of them a member can have."),
            Map.entry("vouchers:write", "Check and use vouchers at the till, and undo that."),
            Map.entry("program:read", "Read what is set for the program."),
            Map.entry("ledger:read", "Read closed months, settlement, liability and the proof of the ledger; not for tills."),
            Map.entry("imports:write", "Send files; not for tills."));

    private ContractScopes() {}

    static String text(Scope scope) {
        String[] parts = scope.value().split(":");
        return TEXTS.getOrDefault(scope.value(), (parts[1].equals("read") ? "Read " : "Change ") + parts[0] + ".");
    }
}
