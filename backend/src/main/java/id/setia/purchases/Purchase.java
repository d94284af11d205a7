package id.setia.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A purchase.
 *
 * @param attachments how often it was given to a member; 0 while it never was
 * @param programDate its day in the programme's time zone
 * @param standingGrants opaque text: what of its points still stands, rule by rule
 * @param points given, 0 or more
 * @param pointsTakenBack by refunds, 0 or more
 * @param refunded by refunds, in smallest units
 * @param answer opaque text: what the till was answered
 */
public record Purchase(
        UUID id,
        ReceiptHead head,
        Amounts amounts,
        List<PurchaseLine> lines,
        byte[] contentHash,
        Optional<UUID> memberId,
        int attachments,
        LocalDate programDate,
        Instant recordedAt,
        long earningBase,
        String standingGrants,
        long points,
        long pointsTakenBack,
        long refunded,
        String answer) {

    public Purchase {
        lines = List.copyOf(lines);
    }

    public Receipt receipt() {
        return new Receipt(head, lines.stream().map(PurchaseLine::line).toList(), amounts);
    }

    public Purchase attachedTo(
            UUID member, List<PurchaseLine> judgedLines, long base, String grants, long given, String newAnswer) {
        return new Purchase(
                id, head, amounts, judgedLines, contentHash, Optional.of(member), attachments + 1, programDate,
                recordedAt, base, grants, given, 0, refunded, newAnswer);
    }

    public Purchase refunded(List<PurchaseLine> restated, String grants, long takenBack, long amount) {
        return new Purchase(
                id, head, amounts, restated, contentHash, memberId, attachments, programDate, recordedAt, earningBase,
                grants, points, pointsTakenBack + takenBack, refunded + amount, answer);
    }

    /** With points taken off it while its goods stay sold. */
    public Purchase lessened(List<PurchaseLine> restated, String grants, long takenBack) {
        return refunded(restated, grants, takenBack, 0);
    }

    /**
     * Judged again while its goods stay sold.
     *
     * @param more points given, 0 or more
     * @param takenBack 0 or more
     */
    public Purchase judgedAgain(List<PurchaseLine> restated, String grants, long more, long takenBack) {
        return new Purchase(
                id, head, amounts, restated, contentHash, memberId, attachments, programDate, recordedAt, earningBase,
                grants, points + more, pointsTakenBack + takenBack, refunded, answer);
    }

    /** Nobody's again. */
    public Purchase detached() {
        return new Purchase(
                id, head, amounts, lines.stream().map(line -> line.withPoints(0)).toList(), contentHash,
                Optional.empty(), attachments, programDate, recordedAt, earningBase, "", 0, 0, refunded, answer);
    }

    /** Whether it once was a member's and is nobody's now: somebody decided so, and no repeated receipt undoes it. */
    public boolean wasDetached() {
        return memberId.isEmpty() && attachments > 0;
    }

    /** The same, paid so. */
    public Purchase paid(List<Tender> tenders) {
        return new Purchase(
                id, head, amounts.paid(tenders), lines, contentHash, memberId, attachments, programDate, recordedAt,
                earningBase, standingGrants, points, pointsTakenBack, refunded, answer);
    }

    /** The holds whose points paid a part of it. */
    public List<UUID> holds() {
        return amounts.tenders().stream().flatMap(tender -> tender.paidBy().stream()).toList();
    }

    /**
     * As it was when it was answered.
     *
     * @param member whose it was then
     * @param given points it had given then
     */
    public Purchase asOfThen(Optional<UUID> member, List<PurchaseLine> linesOfThen, long base, long given) {
        return new Purchase(
                id, head, amounts, linesOfThen, contentHash, member, attachments, programDate, recordedAt, base, "",
                given, 0, 0, answer);
    }

    public Purchase answered(String newAnswer) {
        return new Purchase(
                id, head, amounts, lines, contentHash, memberId, attachments, programDate, recordedAt, earningBase,
                standingGrants, points, pointsTakenBack, refunded, newAnswer);
    }
}
