package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.members.MemberMerges;
import id.setia.program.Settings;
import id.setia.purchases.NaturalKey;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to members' vouchers: showing the code, and what refunds and time do to them. */
@Singleton
public class Vouchers {

    private static final int CHUNK = 500;

    private final VoucherRows rows;
    private final VoucherUses uses;
    private final RedemptionAnswers answers;
    private final MemberMerges merges;
    private final RewardNews news;
    private final Settings settings;
    private final BusinessClock clock;
    private final Transactions transactions;
    private final ApplicationEventPublisher<VoucherUseChanged> publisher;

    Vouchers(
            VoucherRows rows,
            VoucherUses uses,
            RedemptionAnswers answers,
            MemberMerges merges,
            RewardNews news,
            Settings settings,
            BusinessClock clock,
            Transactions transactions,
            ApplicationEventPublisher<VoucherUseChanged> publisher) {
        this.rows = rows;
        this.uses = uses;
        this.answers = answers;
        this.merges = merges;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.publisher = publisher;
    }

    /**
     * Shows the member the code of their voucher; shown once more, nothing changes.
     *
     * @throws Problem {@code voucher_not_found}, {@code voucher_used}, {@code voucher_expired}, {@code voucher_cancelled}
     */
    public VoucherResponse reveal(UUID memberId, UUID voucherId) {
        return transactions.write(connection -> {
            Instant now = clock.now();
            Voucher voucher = rows.lock(connection, voucherId)
                    .filter(found -> merges.family(memberId).contains(found.memberId()))
                    .orElseThrow(() -> Problem.of(ProblemCode.VOUCHER_NOT_FOUND));
            switch (voucher.stateAt(now)) {
                case REVEALED -> {
                    return answers.response(voucher, true, now);
                }
                case ISSUED -> { }
                case USED, EXPIRED, CANCELLED -> throw refusal(voucher, now);
            }
            Voucher revealed = voucher.revealed(now);
            Batch batch = new Batch();
            rows.change(batch, revealed);
            news.tell(batch, "voucher.revealed", revealed, now);
            batch.flush(connection);
            return answers.response(revealed, true, now);
        });
    }

    /** Why a voucher is not good. */
    static Problem refusal(Voucher voucher, Instant now) {
        return switch (voucher.stateAt(now)) {
            case USED -> Problem.of(ProblemCode.VOUCHER_USED);
            case EXPIRED -> Problem.of(ProblemCode.VOUCHER_EXPIRED);
            case CANCELLED -> Problem.of(ProblemCode.VOUCHER_CANCELLED);
            case ISSUED, REVEALED -> throw new IllegalArgumentException("voucher " + voucher.id() + " is good");
        };
    }

    /** Those of the receipts that vouchers were used for, and still count as used. */
    public Set<NaturalKey> served(Collection<NaturalKey> receipts) {
        if (receipts.isEmpty()) {
            return Set.of();
        }
        Set<String> served = transactions.read(
                connection -> uses.served(connection, receipts.stream().map(NaturalKey::text).toList()));
        return receipts.stream().filter(receipt -> served.contains(receipt.text())).collect(Collectors.toSet());
    }

    /**
     * Gives back the vouchers of a receipt of which every line they served is refunded, as a step of the refund's
     * transaction: they are good again, for the days of grace at least. Those that come back stay back.
     *
     * @param refunded positions of the lines of which nothing is left
     * @param all positions of all lines
     * @return the vouchers that came back
     */
    public List<UUID> giveBackRefunded(
            Batch batch, NaturalKey receipt, Collection<Integer> refunded, Collection<Integer> all, Instant now) {
        return transactions.write(connection -> {
            List<UUID> returned = new ArrayList<>();
            for (VoucherUse use : uses.ofReceipt(connection, receipt.text())) {
                Collection<Integer> served = use.positions().isEmpty() ? all : use.positions();
                if (Set.copyOf(refunded).containsAll(served)) {
                    Voucher voucher = rows.lock(connection, use.voucherId()).orElseThrow();
                    if (end(batch, voucher, use, "refund", now).state().isGood()) {
                        returned.add(voucher.id());
                    }
                }
            }
            return returned;
        });
    }

    /** Ends a use: the voucher is good again, unless it was withdrawn meanwhile. */
    Voucher end(Batch batch, Voucher voucher, VoucherUse use, String by, Instant now) {
        Voucher unused = voucher.returned(RewardPolicy.of(settings).graceUntil(now));
        rows.change(batch, unused);
        uses.add(batch, use.ended(by, now));
        if (unused.state().isGood()) {
            news.tell(batch, "voucher.returned", unused, now);
        }
        publisher.publishEvent(new VoucherUseChanged(voucher.redemptionId(), false, now));
        return unused;
    }

    /** Uses a good voucher. */
    Voucher use(Batch batch, Voucher voucher, VoucherUse use, Instant now) {
        Voucher used = voucher.used(now);
        rows.change(batch, used);
        uses.add(batch, use);
        news.tell(batch, "voucher.used", used, now);
        publisher.publishEvent(new VoucherUseChanged(voucher.redemptionId(), true, now));
        return used;
    }

    /** Writes down which vouchers have expired; they counted as expired before. May stop anywhere and start again. */
    public void expire() {
        List<UUID> overdue;
        do {
            Instant now = clock.now();
            overdue = rows.overdue(now, CHUNK);
            if (!overdue.isEmpty()) {
                expire(overdue, now);
            }
        } while (overdue.size() == CHUNK);
    }

    private void expire(List<UUID> overdue, Instant now) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            for (Voucher voucher : rows.lock(connection, overdue)) {
                if (voucher.stateAt(now) == VoucherState.EXPIRED && voucher.state() != VoucherState.EXPIRED) {
                    Voucher expired = voucher.expired();
                    rows.change(batch, expired);
                    news.tell(batch, "voucher.expired", expired, now);
                }
            }
            batch.flush(connection);
            return null;
        });
    }
}
