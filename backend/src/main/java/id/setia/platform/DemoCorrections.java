package id.setia.platform;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.members.MemberReference;
import id.setia.posting.Adjustment;
import id.setia.posting.Attachments;
import id.setia.posting.CorrectionReason;
import id.setia.posting.ManualPoints;
import id.setia.posting.NewPurchase;
import id.setia.posting.PurchasePoster;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What those who oversee a demonstration find: a cashier who gives one member receipt after receipt, until points wait for
 * a check; a receipt that is nobody's; and an agent's request that waits for a second person.
 */
@Singleton
class DemoCorrections {

    private static final String CASHIER = "K7";
    private static final int RECEIPTS = 7;
    private static final long GOODWILL = 2_500;

    private final PurchasePoster purchases;
    private final Attachments attachments;
    private final ManualPoints manual;

    DemoCorrections(PurchasePoster purchases, Attachments attachments, ManualPoints manual) {
        this.purchases = purchases;
        this.attachments = attachments;
        this.manual = manual;
    }

    /**
     * Fills them in.
     *
     * @param friend who gets the receipts
     * @param waiting for whom points are asked
     * @param agent who asks for them
     */
    void fill(DemoPremises.Till till, DemoSales invented, UUID friend, UUID waiting, UUID agent, Instant now) {
        Caller.ApiClient terminal = new Caller.ApiClient(
                till.terminal().id(),
                till.store().partnerId(),
                Optional.of(till.terminal().id()),
                Optional.of(till.store().id()),
                true,
                EnumSet.of(Scope.PURCHASES_WRITE));
        for (int receipt = 1; receipt <= RECEIPTS; receipt++) {
            NewPurchase sale = invented.forgotten(
                    till.store(), till.terminal(), CASHIER, now.minusSeconds(600L * (RECEIPTS + 1 - receipt)));
            UUID purchase = purchases.post(sale).purchase().id();
            if (receipt < RECEIPTS) {
                attachments.attach(terminal, purchase, MemberReference.memberId(friend), Optional.empty());
            }
        }
        manual.adjust(
                new Caller.SignedInStaff(agent, Set.of(Role.SERVICE_AGENT), Set.of()),
                Optional.of("demo"),
                new Adjustment(
                        waiting, GOODWILL, CorrectionReason.GOODWILL, "Pesanan antar dua kali salah alamat", 12,
                        till.store().partnerId(), null, false));
    }
}
