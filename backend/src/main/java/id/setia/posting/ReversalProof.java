package id.setia.posting;

import id.setia.kernel.Json;
import id.setia.points.JudgedTransactions;
import id.setia.points.Promise;
import id.setia.points.TransactionKind;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks promises 5 and 7 by streaming every judgement: what was taken back was given, and what was given was given once. */
@Singleton
class ReversalProof {

    private final JudgedTransactions transactions;
    private final Purchases purchases;
    private final Json json;

    ReversalProof(JudgedTransactions transactions, Purchases purchases, Json json) {
        this.transactions = transactions;
        this.purchases = purchases;
        this.json = json;
    }

    List<Promise> promises() {
        Count count = new Count();
        transactions.forEach(count::add);
        long given = Math.abs(purchases.attachments() - count.purchases);
        long owned = Math.abs(purchases.attached() - (count.purchases - count.reversals));
        return List.of(
                Promise.of(5, "Per purchase and rule, reversals never exceed what was given", count.overdrawn),
                Promise.of(
                        7,
                        "Posting the same thing twice has one effect",
                        count.repeated + given + owned));
    }

    /** What is known of the member whose transactions stream past; forgotten at the next member's first. */
    private final class Count {

        private record Given(String purchase, UUID rule) {}

        private final Map<Given, Long> standing = new HashMap<>();
        private final Map<String, Integer> attachments = new HashMap<>();
        private UUID member = new UUID(0, 0);
        private long overdrawn;
        private long repeated;
        private long purchases;
        private long reversals;

        void add(UUID memberId, TransactionKind kind, String key, String judgement) {
            if (!memberId.equals(member)) {
                standing.clear();
                attachments.clear();
                member = memberId;
            }
            String[] parts = key.split(":");
            String purchase = switch (kind) {
                case PURCHASE, REVERSAL, REVIEW_WITHDRAWAL -> parts[1];
                case REFUND, REJUDGEMENT -> parts[2];
                case ADJUSTMENT -> parts.length > 2 ? parts[2] : "";
                case JOIN_BONUS, PROFILE_BONUS, REFERRAL_BONUS, BIRTHDAY_BONUS, EVENT_BONUS, OPENING, SPEND, REDEMPTION,
                        REDEMPTION_UNDONE, HOLD, HOLD_CONFIRMATION, HOLD_CANCELLATION, HOLD_TIMEOUT, GIVE_BACK, ERASURE,
                        MERGE, EXPIRY, RELEASE, REVIEW_RELEASE -> "";
            };
            if (purchase.isEmpty()) {
                return;
            }
            if (kind == TransactionKind.REVERSAL) {
                reversals++;
            }
            if (kind == TransactionKind.PURCHASE) {
                purchases++;
                if (attachments.merge(purchase, 1, Integer::sum) > Integer.parseInt(parts[2]) + 1) {
                    repeated++;
                }
            }
            for (GivenByRules.OfRule outcome : json.read(judgement, GivenByRules.class).rules()) {
                long left = standing.merge(new Given(purchase, outcome.rule()), outcome.points(), Long::sum);
                if (left < 0) {
                    overdrawn++;
                }
            }
        }
    }
}
