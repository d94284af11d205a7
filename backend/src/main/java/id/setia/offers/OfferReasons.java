package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.LocalText;
import id.setia.tiers.Tier;
import java.util.Locale;

/** Why a member has an offer, in words. */
final class OfferReasons {

    private static final LocalText GENERAL = LocalText.of("Untuk semua anggota", "For every member");
    private static final LocalText IMPERSONAL = LocalText.of("Untuk anggota program ini", "For members of this program");
    private static final LocalText BIRTHDAY =
            LocalText.of("Karena Anda berulang tahun bulan ini", "Because your birthday is this month");

    private static final LocalText CHOSEN = LocalText.of("Dipilih untuk Anda", "Chosen for you");

    private OfferReasons() {}

    /** The personal reason where the member lets the programme use what it knows of them, a general one otherwise. */
    static LocalText of(Audience audience, Tier tier, boolean profiling) {
        return switch (audience) {
            case Audience.Everyone everyone -> GENERAL;
            case Audience.InTiers inTiers -> profiling ? tierReason(tier) : IMPERSONAL;
            case Audience.BirthdayThisMonth birthday -> profiling ? BIRTHDAY : IMPERSONAL;
            case Audience.Saved saved -> profiling ? CHOSEN : IMPERSONAL;
        };
    }

    /** Why, for what the member often buys: {@code kopi} of {@code Minuman > Kopi}. */
    static LocalText habit(String category) {
        String leaf = category.substring(category.lastIndexOf('>') + 1).strip().toLowerCase(Locale.ROOT);
        return LocalText.of("Karena Anda sering membeli " + leaf, "Because you often buy " + leaf);
    }

    private static LocalText tierReason(Tier tier) {
        return LocalText.of(
                "Karena Anda anggota " + tier.name().id(), "Because you are a " + tier.name().en() + " member");
    }
}
