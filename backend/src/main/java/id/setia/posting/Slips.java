package id.setia.posting;

import id.setia.access.Caller;
import id.setia.earning.EarningRules;
import id.setia.earning.ImpersonalExplanations;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds to an answer what the till prints, and how a receipt of nobody may be claimed. Neither is ever stored: the lines
 * follow from the figures of the stored answer, the code from a key.
 */
@Singleton
class Slips {

    private final PrintLines lines;
    private final ReceiptCodes codes;
    private final PurchaseJudge judge;
    private final EarningRules rules;
    private final ImpersonalExplanations impersonal;
    private final MemberRegistry members;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    Slips(
            PrintLines lines,
            ReceiptCodes codes,
            PurchaseJudge judge,
            EarningRules rules,
            ImpersonalExplanations impersonal,
            MemberRegistry members,
            ProgramSettings settings,
            BusinessClock clock) {
        this.lines = lines;
        this.codes = codes;
        this.judge = judge;
        this.rules = rules;
        this.impersonal = impersonal;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The answer for the caller.
     *
     * @param named as whom the caller named the member
     */
    PurchaseResponse of(Caller caller, PostedPurchase posted, Optional<MemberReference> named) {
        return switch (caller) {
            case Caller.ApiClient client -> forTill(client, posted, named);
            case Caller.SignedInMember member -> posted.answer();
            case Caller.SignedInStaff staff -> posted.answer();
            case Caller.Stranger stranger -> posted.answer();
        };
    }

    /**
     * Partners that do not own the program learn of a member's spending only where the member's consent is looked at, and
     * what the member has from who shows a card or a phone alone.
     */
    PurchaseResponse seen(Caller caller, PurchaseResponse answer) {
        return caller instanceof Caller.ApiClient client ? seen(client, answer, Optional.empty()) : answer;
    }

    /** The same at a till where somebody showed who they are. */
    PurchaseResponse seen(Caller.ApiClient till, PurchaseResponse answer, Optional<MemberReference> named) {
        if (till.programOwner()) {
            return answer;
        }
        PurchaseResponse seen = answer.forOtherPartner(impersonal.of(answer.explanation()));
        return named.filter(MemberReference::inPerson).isPresent() ? seen : seen.withoutBalance();
    }

    private PurchaseResponse forTill(Caller.ApiClient till, PostedPurchase posted, Optional<MemberReference> named) {
        Optional<MemberReference> shown = till.programOwner() ? named : named.filter(who -> isWhose(who, posted));
        PurchaseResponse answer = seen(till, posted.answer(), shown);
        return posted.purchase()
                .memberId()
                .flatMap(id -> posted.member().or(() -> member(id)))
                .map(member -> answer.withPrint(lines.purchase(answer, member)))
                .or(() -> codes.of(posted.purchase(), clock.now()).map(code -> claimable(answer, posted.purchase(), code)))
                .orElse(answer);
    }

    /** Whether the purchase is that of who is named: one in the books before may be somebody else's. */
    private boolean isWhose(MemberReference who, PostedPurchase posted) {
        Optional<UUID> owner = posted.purchase().memberId();
        return !posted.replayed()
                || owner.isEmpty()
                || Optional.ofNullable(members.find(List.of(who)).get(who))
                        .filter(found -> members.same(found.id(), owner.get()))
                        .isPresent();
    }

    private Optional<FoundMember> member(UUID id) {
        return Optional.ofNullable(members.members(List.of(id)).get(id));
    }

    private PurchaseResponse claimable(PurchaseResponse answer, Purchase purchase, ReceiptCode code) {
        long worth = judge.worth(rules.book(), settings.current(), purchase);
        return answer.withClaim(code, codes.url(code)).withPrint(lines.unattached(code, codes.until(purchase), worth));
    }

    /** The same of a refund, at which nobody shows who they are. */
    RefundResponse seen(Caller caller, RefundResponse answer) {
        return caller instanceof Caller.ApiClient client && !client.programOwner()
                ? answer.forOtherPartner(impersonal.of(answer.explanation()))
                : answer;
    }

    /** The answer to a refund, with its lines where it touched one member. */
    RefundResponse of(Caller.ApiClient till, PostedRefund posted) {
        RefundResponse answer = seen(till, posted.answer());
        return Optional.ofNullable(answer.memberId())
                .flatMap(PublicId.MEMBER::parse)
                .flatMap(this::member)
                .map(member -> answer.withPrint(lines.refund(answer, member)))
                .orElse(answer);
    }
}
