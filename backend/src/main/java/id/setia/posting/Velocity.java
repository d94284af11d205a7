package id.setia.posting;

import id.setia.members.MemberReference;
import id.setia.points.DaySum;
import id.setia.points.DaySums;
import id.setia.points.MemberLedger;
import id.setia.program.Settings;
import id.setia.purchases.Purchase;
import id.setia.purchases.ReceiptHead;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Limits on speed. What a member, a card and a cashier did with a member stands in the account row, which a posting locks
 * and writes anyway: counting costs no statement, a few bytes of the row, and cannot be outrun. Receipts given to members
 * after the sale are rare; for each of them one index is read per cashier and per terminal, and two at the very same moment
 * may count one too few.
 */
@Singleton
class Velocity {

    private final Settings settings;
    private final Corrections corrections;

    Velocity(Settings settings, Corrections corrections) {
        this.settings = settings;
        this.corrections = corrections;
    }

    VelocityPolicy policy() {
        return settings.read(VelocityPolicy.SETTING, VelocityPolicy.class, VelocityPolicy.NONE)
                .value();
    }

    /** Counts a purchase that gives points, and says by their codes which limits it goes beyond. */
    Set<String> count(PostingDesk desk, Purchase purchase, MemberLedger ledger, long points, Arrival arrival) {
        LocalDate today = desk.program().dateOf(desk.now());
        LocalDate day = DaySums.dayOf(purchase.programDate(), today);
        List<String> marks = new ArrayList<>();
        String card = arrival.card().map(MemberReference::value).map(value -> mark("c", value)).orElse("");
        String cashier = cashier(purchase.head());
        if (!card.isEmpty()) {
            marks.add(card);
        }
        if (!cashier.isEmpty()) {
            marks.add(cashier);
        }
        DaySum sum = ledger.daySums().in(day).plus(points, marks);
        ledger.count(day, sum, today);
        if (!arrival.checked() || points == 0) {
            return Set.of();
        }
        VelocityPolicy policy = policy();
        Set<VelocityLimit> exceeded = EnumSet.noneOf(VelocityLimit.class);
        check(exceeded, VelocityLimit.MEMBER_PURCHASES, sum.purchases(), policy.memberPurchases());
        check(exceeded, VelocityLimit.MEMBER_POINTS, sum.points(), policy.memberPoints());
        check(exceeded, VelocityLimit.CARD_PURCHASES, sum.marks().getOrDefault(card, 0), policy.cardPurchases());
        check(exceeded, VelocityLimit.CASHIER_PURCHASES, sum.marks().getOrDefault(cashier, 0), policy.cashierPurchases());
        if (arrival.atTill()) {
            checkAttachments(exceeded, desk, purchase.head(), today, policy);
        }
        return exceeded.stream().map(VelocityLimit::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkAttachments(
            Set<VelocityLimit> exceeded, PostingDesk desk, ReceiptHead head, LocalDate today, VelocityPolicy policy) {
        if (policy.terminalAttachments() > 0 && head.terminalId().isPresent()) {
            long before = corrections.attachmentsOfTerminal(head.terminalId().get(), today)
                    + desk.attachments(other -> other.terminalId().equals(head.terminalId()));
            check(exceeded, VelocityLimit.TERMINAL_ATTACHMENTS, before + 1, policy.terminalAttachments());
        }
        if (policy.cashierAttachments() > 0 && head.cashier().isPresent()) {
            long before = corrections.attachmentsOfCashier(head.storeId(), head.cashier().get(), today)
                    + desk.attachments(other ->
                            other.storeId().equals(head.storeId()) && other.cashier().equals(head.cashier()));
            check(exceeded, VelocityLimit.CASHIER_ATTACHMENTS, before + 1, policy.cashierAttachments());
        }
    }

    private static void check(Set<VelocityLimit> exceeded, VelocityLimit limit, long count, long most) {
        if (most > 0 && count > most) {
            exceeded.add(limit);
        }
    }

    private static String cashier(ReceiptHead head) {
        return head.cashier().map(cashier -> mark("k", head.storeId() + " " + cashier)).orElse("");
    }

    /** Two bytes of a hash: enough to tell a member's few cards and cashiers apart, too few to tell whose they are. */
    private static String mark(String kind, String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return kind + HexFormat.of().formatHex(hash, 0, 2);
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
