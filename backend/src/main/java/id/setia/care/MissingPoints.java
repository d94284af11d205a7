package id.setia.care;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.posting.Attachments;
import id.setia.posting.PostedPurchase;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for "Poin belum masuk?": a member names a receipt that gave them nothing. Where exactly one unattached purchase
 * bears its number and total, its points are given at once; otherwise a case waits for staff, and for the purchase, which a
 * till without a connection may send days later. Each receipt once, within 14 days, three a week.
 */
@Singleton
class MissingPoints {

    static final int WINDOW_DAYS = 14;

    private static final int MOST_ALIKE = 20;
    private static final int MOST_A_WEEK = 3;

    private final CareCases cases;
    private final CaseMessages messages;
    private final Purchases purchases;
    private final MemberRegistry members;
    private final Attachments attachments;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;
    private final Attempts attempts;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final IdMaker ids;

    MissingPoints(
            CareCases cases,
            CaseMessages messages,
            Purchases purchases,
            MemberRegistry members,
            Attachments attachments,
            PartnerDirectory partners,
            ProgramSettings settings,
            Attempts attempts,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock,
            SystemClock systemClock,
            IdMaker ids) {
        this.cases = cases;
        this.messages = messages;
        this.purchases = purchases;
        this.members = members;
        this.attachments = attachments;
        this.partners = partners;
        this.settings = settings;
        this.attempts = attempts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.systemClock = systemClock;
        this.ids = ids;
    }

    /**
     * Reports a receipt. Reporting it again answers what became of it.
     *
     * @throws Problem {@code store_not_found}, {@code validation_failed} with {@code date_in_future},
     *     {@code claim_window_closed}, {@code claim_limit_reached} at the fourth receipt in seven days
     */
    CareCase report(UUID memberId, ClaimedReceipt receipt, Optional<String> note) {
        Optional<CareCase> before = cases.ofReceipt(memberId, receipt);
        if (before.isPresent()) {
            return before.get();
        }
        partners.store(receipt.storeId()).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        LocalDate today = settings.current().dateOf(clock.now());
        if (receipt.businessDate().isAfter(today.plusDays(1))) {
            throw Problem.invalid("/businessDate", "date_in_future");
        }
        if (receipt.businessDate().isBefore(today.minusDays(WINDOW_DAYS))) {
            throw Problem.of(ProblemCode.CLAIM_WINDOW_CLOSED, WINDOW_DAYS);
        }
        CareCase opened = open(memberId, receipt, note);
        CareCase settled = settle(opened);
        if (settled.isOpen() && settled.id().equals(opened.id())) {
            tell(settled, "case.opened");
        }
        return settled;
    }

    private CareCase open(UUID memberId, ClaimedReceipt receipt, Optional<String> note) {
        CareCase opened = CareCase.opened(ids.next(), memberId, receipt, clock.now());
        return transactions.write(connection -> {
            if (!cases.add(connection, opened)) {
                return cases.ofReceipt(memberId, receipt).orElseThrow();
            }
            takeAttempt(memberId);
            if (note.isPresent()) {
                messages.add(
                        connection,
                        opened.id(),
                        CaseMessage.Author.MEMBER,
                        Optional.empty(),
                        LocalText.of(note.get(), note.get()),
                        clock.now());
            }
            return opened;
        });
    }

    private void takeAttempt(UUID memberId) {
        try {
            attempts.take(AttemptKind.MISSING_POINTS, memberId.toString());
        } catch (Problem tooMany) {
            throw Problem.of(ProblemCode.CLAIM_LIMIT_REACHED, MOST_A_WEEK);
        }
    }

    /** Gives the points of the case when its purchase is known beyond doubt; otherwise leaves it as it is. */
    CareCase settle(CareCase open) {
        Optional<Purchase> meant = meant(open);
        if (!open.isOpen() || meant.isEmpty()) {
            return open;
        }
        try {
            return transactions.write(connection -> {
                CareCase locked = cases.lock(connection, open.id()).orElseThrow();
                return locked.isOpen() ? give(connection, locked, meant.get()) : locked;
            });
        } catch (Problem refused) {
            return open;
        }
    }

    /** The one purchase with the number and the total that is nobody's, or this member's already. */
    private Optional<Purchase> meant(CareCase open) {
        List<Purchase> exact = alike(open, open.receipt().businessDate()).stream()
                .filter(purchase -> purchase.amounts().total() == open.receipt().total()
                        && purchase.head()
                                .receiptNumber()
                                .filter(open.receipt().number()::equalsIgnoreCase)
                                .isPresent())
                .toList();
        Optional<Purchase> own = exact.stream()
                .filter(purchase -> purchase.memberId().filter(owner -> members.same(owner, open.memberId())).isPresent())
                .findFirst();
        return own.or(() -> exact.size() == 1
                ? exact.stream().filter(MissingPoints::isNobodys).findFirst()
                : Optional.empty());
    }

    /** One that staff took off somebody is theirs to give again. */
    private static boolean isNobodys(Purchase purchase) {
        return purchase.memberId().isEmpty() && purchase.attachments() == 0;
    }

    /** Purchases staff may find to be meant: with the number or the total, from the day before to the day after. */
    List<Purchase> candidates(CareCase of) {
        LocalDate day = of.receipt().businessDate();
        return List.of(day, day.minusDays(1), day.plusDays(1)).stream()
                .flatMap(near -> alike(of, near).stream())
                .toList();
    }

    private List<Purchase> alike(CareCase of, LocalDate day) {
        Optional<Store> store = partners.store(of.receipt().storeId());
        return store.map(known -> purchases.ofDay(
                        known.partnerId(), known.id(), day, of.receipt().number(), of.receipt().total(), MOST_ALIKE))
                .orElse(List.of());
    }

    private CareCase give(Connection connection, CareCase locked, Purchase meant) throws SQLException {
        PostedPurchase attached = attachments.attach(
                new Caller.SignedInMember(locked.memberId()),
                meant.id(),
                MemberReference.memberId(locked.memberId()),
                Optional.empty());
        CareCase granted = locked.granted(Optional.of(meant.id()), attached.purchase().points(), clock.now());
        cases.change(connection, granted);
        return granted;
    }

    void tell(CareCase of, String type) {
        Instant now = clock.now();
        String payload = "{\"caseId\":\"" + PublicId.CASE.format(of.id()) + "\",\"kind\":\"" + of.kind().value() + "\""
                + of.outcome().map(outcome -> ",\"outcome\":\"" + outcome.value() + "\"").orElse("") + "}";
        outbox.write(new Event(
                ids.next(), Optional.of(of.memberId()), 0, type, 1, payload, now, systemClock.now()));
    }
}
