package id.setia.rewards;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.members.MemberMerges;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to a member's vouchers. */
@Singleton
public class MemberVouchers {

    private static final UUID END = new UUID(-1, -1);
    private static final int MOST_USABLE = 50;
    private static final int SHOWN = 5;

    private final VoucherRows rows;
    private final VoucherCodes codes;
    private final RedemptionAnswers answers;
    private final MemberMerges merges;
    private final BusinessClock clock;

    MemberVouchers(
            VoucherRows rows,
            VoucherCodes codes,
            RedemptionAnswers answers,
            MemberMerges merges,
            BusinessClock clock) {
        this.rows = rows;
        this.codes = codes;
        this.answers = answers;
        this.merges = merges;
        this.clock = clock;
    }

    /**
     * Which of a member's vouchers.
     *
     * @param honouredBy the partner that honours them; empty for any
     * @param usable whether only those that are good now
     */
    public record Wanted(UUID memberId, Optional<UUID> honouredBy, boolean usable) {}

    /**
     * A page of them, the latest given first.
     *
     * @param own whether the member reads them, who alone sees codes
     */
    public MemberVoucherListResponse page(Wanted wanted, boolean own, Optional<String> cursor, int limit) {
        Instant now = clock.now();
        Page<Voucher> page = Page.of(
                rows.ofMembers(merges.family(wanted.memberId()), wanted, cursor.map(MemberVouchers::place).orElse(END), now, limit + 1),
                limit,
                voucher -> Cursor.of(voucher.redemptionId().toString()));
        return new MemberVoucherListResponse(
                page.items().stream().map(voucher -> response(voucher, own, now)).toList(),
                page.nextCursor().orElse(null));
    }

    private static UUID place(String cursor) {
        try {
            return UUID.fromString(Cursor.place(cursor));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /** Those that are good now at a partner, the latest given first; at most 50. */
    public List<MemberVoucherResponse> usableAt(UUID memberId, UUID partnerId) {
        return page(new Wanted(memberId, Optional.of(partnerId), true), false, Optional.empty(), MOST_USABLE).items();
    }

    private MemberVoucherResponse response(Voucher voucher, boolean own, Instant now) {
        boolean masked = !own && voucher.stateAt(now) == VoucherState.REVEALED;
        return new MemberVoucherResponse(
                voucher.terms().name(),
                PublicId.REWARD.format(voucher.rewardId()),
                PublicId.REDEMPTION.format(voucher.redemptionId()),
                PublicId.PARTNER.format(voucher.honouringPartnerId()),
                masked ? masked(codes.open(voucher.code(), "voucher", voucher.id().toString())) : null,
                answers.response(voucher, own, now));
    }

    /** A code of a few characters would be told by its end. */
    private static String masked(String code) {
        return "••••" + code.substring(Math.max(code.length() / 2, code.length() - SHOWN));
    }
}
