package id.setia.platform;

import id.setia.access.Caller;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.rewards.DiscountTerms;
import id.setia.rewards.LimitPeriod;
import id.setia.rewards.RewardKind;
import id.setia.rewards.RewardPlanning;
import id.setia.rewards.WriteRewardRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** What points buy in a demonstration: something off at the till, a coffee, a bag, a meal for others, and a treat for few. */
@Singleton
class DemoRewards {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final Version DRAFTED = new Version(1);

    private final RewardPlanning planning;
    private final PartnerDirectory partners;

    DemoRewards(RewardPlanning planning, PartnerDirectory partners) {
        this.planning = planning;
        this.partners = partners;
    }

    void publish() {
        Partner cafe = partners.partners().stream()
                .filter(partner -> partner.code().equals(DemoShop.CAFE_PARTNER))
                .findFirst()
                .orElseThrow();
        publish(new Offered(
                RewardKind.TILL_DISCOUNT,
                LocalText.of("Potongan Rp15.000", "Rp15,000 off"),
                LocalText.of(
                        "Tunjukkan voucer di kasir; berlaku untuk belanja mulai Rp75.000.",
                        "Show the voucher at the till, for shopping from Rp75,000."),
                1_500));
        publish(new Offered(
                        RewardKind.PARTNER_REWARD,
                        LocalText.of("Kopi susu gratis", "A free milk coffee"),
                        LocalText.of("Satu kopi susu di Kopi Senja.", "One milk coffee at Kopi Senja."),
                        900)
                .at(cafe));
        publish(new Offered(
                RewardKind.PRODUCT,
                LocalText.of("Tas belanja kanvas", "A canvas shopping bag"),
                LocalText.of("Dijahit di Bandung; ambil di toko pilihan Anda.", "Sewn in Bandung; fetch it from a store you choose."),
                2_500));
        publish(new Offered(
                RewardKind.DONATION,
                LocalText.of("Makan siang untuk anak panti", "A lunch for a child in a home"),
                LocalText.of("Poin Anda menjadi satu makan siang.", "Your points become one lunch."),
                500));
    }

    /** A reward in the making. */
    private record Offered(RewardKind kind, LocalText name, LocalText description, long points, String partnerId) {

        private Offered(RewardKind kind, LocalText name, LocalText description, long points) {
            this(kind, name, description, points, null);
        }

        private Offered at(Partner partner) {
            return new Offered(kind, name, description, points, PublicId.PARTNER.format(partner.id()));
        }
    }

    private void publish(Offered offered) {
        boolean thing = offered.kind() == RewardKind.PRODUCT;
        boolean discount = offered.kind() == RewardKind.TILL_DISCOUNT;
        boolean voucher = discount || offered.kind() == RewardKind.PARTNER_REWARD;
        planning.publish(
                NOBODY,
                planning.create(
                        NOBODY,
                        new WriteRewardRequest(
                                offered.kind(),
                                offered.name(),
                                offered.description(),
                                offered.points(),
                                null,
                                discount ? fifteenThousandOff() : null,
                                thing ? 25L : null,
                                0,
                                thing ? 1 : 0,
                                thing ? LimitPeriod.MONTH : null,
                                thing ? List.of("gold", "priority") : List.of(),
                                null,
                                null,
                                voucher ? 30 : null,
                                null,
                                offered.partnerId(),
                                null)),
                DRAFTED);
    }

    private static DiscountTerms fifteenThousandOff() {
        return new DiscountTerms(new Money("15000", "IDR"), null, null, new Money("75000", "IDR"));
    }
}
