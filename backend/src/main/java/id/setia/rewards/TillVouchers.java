package id.setia.rewards;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Refusals;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import id.setia.purchases.NaturalKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for vouchers at tills of the partner that honours them: what one gives, using it, undoing that. */
@Singleton
class TillVouchers {

    private final VoucherRows rows;
    private final VoucherUses uses;
    private final Vouchers vouchers;
    private final VoucherCodes codes;
    private final Attempts attempts;
    private final IdempotencyKeys keys;
    private final PartnerDirectory partners;
    private final ProgramSettings program;
    private final Settings settings;
    private final Refusals words;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Transactions transactions;

    TillVouchers(
            VoucherRows rows,
            VoucherUses uses,
            Vouchers vouchers,
            VoucherCodes codes,
            Attempts attempts,
            IdempotencyKeys keys,
            PartnerDirectory partners,
            ProgramSettings program,
            Settings settings,
            Refusals words,
            BusinessClock clock,
            IdMaker ids,
            Transactions transactions) {
        this.rows = rows;
        this.uses = uses;
        this.vouchers = vouchers;
        this.codes = codes;
        this.attempts = attempts;
        this.keys = keys;
        this.partners = partners;
        this.program = program;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
        this.ids = ids;
        this.transactions = transactions;
    }

    /**
     * What a voucher gives; changes nothing.
     *
     * @throws Problem {@code voucher_not_found}, also where another partner honours it; {@code too_many_attempts}
     */
    VoucherAtTillResponse validate(Caller.ApiClient client, ValidateVoucherRequest request) {
        Optional<Long> total = total(request.total());
        Voucher voucher = found(client, request.code());
        return response(voucher, Optional.empty(), total, objection(voucher, total, clock.now()), false);
    }

    /** Why the voucher cannot be used; a total that was not sent is none too small. */
    private Optional<Problem> objection(Voucher voucher, Optional<Long> total, Instant now) {
        return switch (voucher.stateAt(now)) {
            case USED, EXPIRED, CANCELLED -> Optional.of(Vouchers.refusal(voucher, now));
            case ISSUED, REVEALED -> Optional.ofNullable(voucher.terms().discount())
                    .filter(discount -> total.isPresent() && !discount.counts(total.get()))
                    .map(discount -> belowMinimum(discount, total.orElseThrow()));
        };
    }

    private Problem belowMinimum(Discount discount, long total) {
        String currency = program.current().currency();
        return Problem.of(
                ProblemCode.VOUCHER_BELOW_MINIMUM,
                MoneyText.of(discount.from(), currency),
                MoneyText.of(total, currency));
    }

    /**
     * Uses a voucher for a receipt. For the same receipt once more, nothing changes and the answer tells of that use, also
     * when it was undone since; only a request under a new key is then another use.
     *
     * @param key the header {@code Idempotency-Key}, where one was sent
     * @throws Problem {@code voucher_below_minimum}, {@code voucher_used} for another receipt, {@code voucher_expired}, {@code voucher_cancelled},
     *     {@code voucher_not_found}, {@code too_many_attempts}, {@code idempotency_key_reused}
     */
    VoucherAtTillResponse use(Caller.ApiClient client, Optional<String> key, UseVoucherRequest request) {
        Store store = store(client, Optional.ofNullable(request.storeId()));
        NaturalKey receipt = receipt(store, request.receipt());
        Optional<Long> total = total(request.total());
        UUID voucherId = found(client, request.code()).id();
        return transactions.write(connection -> {
            Optional<IdempotencyKeys.Made> made = key.map(name -> keys.once(
                    new IdempotencyKeys.Request(client, key, "voucher_use", request), ids.next(), ignored -> {}));
            Voucher voucher = rows.lock(connection, voucherId).orElseThrow();
            Instant now = clock.now();
            Optional<VoucherUse> before = before(connection, voucherId, receipt.text(), made);
            if (before.isPresent()) {
                return response(voucher, before, before.get().total(), Optional.empty(), true);
            }
            Optional<Problem> objection = objection(voucher, total, now);
            if (objection.isPresent()) {
                throw objection.get();
            }
            Batch batch = new Batch();
            VoucherUse use = new VoucherUse(
                    made.map(IdempotencyKeys.Made::resourceId).orElseGet(ids::next),
                    voucher.id(),
                    receipt.text(),
                    request.positions() == null ? Set.of() : Set.copyOf(request.positions()),
                    total,
                    client.clientId(),
                    store.id(),
                    now,
                    Optional.empty(),
                    Optional.empty());
            Voucher used = vouchers.use(batch, voucher, use, now);
            batch.flush(connection);
            return response(used, Optional.of(use), total, Optional.empty(), false);
        });
    }

    /** The use that the request asks for once more. */
    private Optional<VoucherUse> before(
            Connection connection, UUID voucherId, String receipt, Optional<IdempotencyKeys.Made> made)
            throws SQLException {
        Optional<UUID> replayed = made.filter(IdempotencyKeys.Made::replayed).map(IdempotencyKeys.Made::resourceId);
        if (replayed.isPresent()) {
            Optional<VoucherUse> own = uses.find(connection, replayed.get());
            if (own.isPresent()) {
                return own;
            }
        }
        boolean mayBeAnother = made.isPresent() && replayed.isEmpty();
        return uses.latest(connection, voucherId, receipt).filter(use -> !mayBeAnother || use.endedAt().isEmpty());
    }

    /**
     * Undoes a use within the time the programme gives: the voucher is good again, unless its offer was ended meanwhile.
     * Undone before, nothing changes.
     *
     * @throws Problem {@code voucher_not_used} when it was not used for the receipt, {@code voucher_undo_closed},
     *     {@code voucher_not_found}, {@code too_many_attempts}
     */
    VoucherAtTillResponse undo(Caller.ApiClient client, UndoVoucherUseRequest request) {
        Store store = store(client, Optional.ofNullable(request.storeId()));
        NaturalKey receipt = receipt(store, request.receipt());
        UUID voucherId = found(client, request.code()).id();
        return transactions.write(connection -> {
            Voucher voucher = rows.lock(connection, voucherId).orElseThrow();
            Instant now = clock.now();
            VoucherUse use = uses.latest(connection, voucherId, receipt.text())
                    .orElseThrow(() -> Problem.of(ProblemCode.VOUCHER_NOT_USED));
            if (use.endedAt().isPresent()) {
                return response(voucher, Optional.empty(), Optional.empty(), Optional.empty(), true);
            }
            if (!now.isBefore(RewardPolicy.of(settings).undoableUntil(use.usedAt()))) {
                throw Problem.of(ProblemCode.VOUCHER_UNDO_CLOSED);
            }
            Batch batch = new Batch();
            Voucher unused = vouchers.end(batch, voucher, use, "undo", now);
            batch.flush(connection);
            return response(unused, Optional.empty(), Optional.empty(), Optional.empty(), false);
        });
    }

    /** The voucher with a code; codes nobody has are counted, so that nobody guesses long. */
    private Voucher found(Caller.ApiClient client, String code) {
        String subject = client.clientId().toString();
        attempts.take(AttemptKind.VOUCHER_CODE, subject);
        Voucher voucher = rows.byCode(codes.hashes(code))
                .filter(known -> known.honouringPartnerId().equals(client.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.VOUCHER_NOT_FOUND));
        attempts.giveBack(AttemptKind.VOUCHER_CODE, subject);
        return voucher;
    }

    private Store store(Caller.ApiClient client, Optional<String> storeId) {
        UUID id = storeId.map(text -> PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND))
                .or(client::storeId)
                .orElseThrow(() -> Problem.invalid("/storeId", "required"));
        Store store = partners.store(id)
                .filter(found -> found.partnerId().equals(client.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        if (client.storeId().filter(own -> !own.equals(store.id())).isPresent()) {
            throw Problem.of(ProblemCode.STORE_NOT_YOURS);
        }
        return store;
    }

    private static NaturalKey receipt(Store store, VoucherReceiptRequest receipt) {
        if (receipt.orderNumber() != null) {
            return NaturalKey.ofOrder(store.partnerId(), receipt.orderNumber());
        }
        new Objections()
                .unless(receipt.businessDate() != null, "/receipt/businessDate", "required")
                .unless(receipt.till() != null, "/receipt/till", "required")
                .unless(receipt.receiptNumber() != null, "/receipt/receiptNumber", "required")
                .refuse();
        return NaturalKey.ofReceipt(
                store.partnerId(), store.id(), receipt.businessDate(), receipt.till(), receipt.receiptNumber());
    }

    private Optional<Long> total(Money total) {
        Optional<Long> minor =
                Optional.ofNullable(total).map(money -> money.minor(program.current().currency(), "/total"));
        if (minor.filter(amount -> amount < 0).isPresent()) {
            throw Problem.invalid("/total/amount", "must_not_be_negative");
        }
        return minor;
    }

    private VoucherAtTillResponse response(
            Voucher voucher,
            Optional<VoucherUse> use,
            Optional<Long> total,
            Optional<Problem> objection,
            boolean replayed) {
        Program current = program.current();
        VoucherTerms terms = voucher.terms();
        VoucherState state = voucher.stateAt(clock.now());
        return new VoucherAtTillResponse(
                PublicId.VOUCHER.format(voucher.id()),
                state,
                List.of(VoucherState.ISSUED, VoucherState.REVEALED).contains(state) && objection.isEmpty(),
                objection.map(problem -> UnusableResponse.of(problem, words)).orElse(null),
                PublicId.REWARD.format(voucher.rewardId()),
                terms.name(),
                terms.kind(),
                terms.discount() == null ? null : DiscountTerms.of(terms.discount(), current),
                terms.discount() == null
                        ? null
                        : total.map(terms.discount()::of).map(current::money).orElse(null),
                terms.money() == 0 ? null : current.money(terms.money()),
                voucher.expiresAt().orElse(null),
                use.map(VoucherUse::usedAt).or(voucher::usedAt).orElse(null),
                use.flatMap(VoucherUse::endedAt).orElse(null),
                replayed);
    }
}
