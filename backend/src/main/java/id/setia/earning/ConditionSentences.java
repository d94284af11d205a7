package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Tells conditions beyond category, tier, weekday and minimum, and caps, as parts of a rule's sentence. */
@Singleton
class ConditionSentences {

    /** More names than this make no sentence. */
    private static final int MOST_NAMES = 3;

    private final PartnerDirectory partners;
    private final EarningRules rules;

    ConditionSentences(PartnerDirectory partners, EarningRules rules) {
        this.partners = partners;
        this.rules = rules;
    }

    /** Of which goods: {@code  merek Kapal Api}. */
    LocalText goods(Goods goods) {
        List<LocalText> parts = new ArrayList<>();
        if (!goods.brands().isEmpty()) {
            List<String> brands = goods.brands().stream().sorted().toList();
            parts.add(
                    brands.size() > MOST_NAMES
                            ? LocalText.of(" dari " + brands.size() + " merek", " of " + brands.size() + " brands")
                            : LocalText.of(
                                    " merek " + Words.listed(brands, "dan"),
                                    " of the brand " + Words.listed(brands, "or")));
        }
        if (!goods.skus().isEmpty()) {
            int count = goods.skus().size();
            parts.add(LocalText.of(
                    " untuk " + count + " produk pilihan", " on " + count + (count == 1 ? " chosen product" : " chosen products")));
        }
        return Words.joined(parts);
    }

    /** Where, when, for whom and how paid, each begun by a comma. */
    LocalText others(Conditions conditions) {
        List<LocalText> parts = new ArrayList<>();
        Place place = conditions.ofPlace();
        parts.add(names(place.partners(), id -> partners.partner(id).map(Partner::name).orElse(null), "mitra", "partners"));
        parts.add(names(place.stores(), id -> partners.store(id).map(Store::name).orElse(null), "toko", "stores"));
        if (!place.channels().isEmpty()) {
            parts.add(Words.any(place.channels().stream().sorted().toList(), Words::of));
        }
        times(conditions.ofTimes(), parts);
        buyer(conditions.ofBuyer(), parts);
        if (!conditions.ofPayments().isEmpty()) {
            LocalText kinds = Words.any(conditions.ofPayments().stream().sorted().toList(), Words::of);
            parts.add(LocalText.of("dibayar dengan " + kinds.id(), "paid by " + kinds.en()));
        }
        return Words.commas(parts);
    }

    private LocalText names(
            Collection<UUID> ids, Function<UUID, String> name, String indonesian, String english) {
        List<String> names = ids.stream().map(name).filter(Objects::nonNull).sorted().toList();
        if (ids.isEmpty()) {
            return Words.NOTHING;
        }
        return names.size() > MOST_NAMES
                ? LocalText.of("di " + names.size() + " " + indonesian, "at " + names.size() + " " + english)
                : LocalText.of("di " + Words.listed(names, "atau"), "at " + Words.listed(names, "or"));
    }

    private void times(Times times, List<LocalText> parts) {
        if (!times.hours().isEmpty()) {
            LocalText spans = Words.of(times.hours());
            parts.add(LocalText.of("pukul " + spans.id(), spans.en()));
        }
        if (!times.daysOfMonth().isEmpty()) {
            parts.add(Words.days(times.daysOfMonth()));
        }
        if (!times.calendars().isEmpty()) {
            LocalText names = names(times.calendars(), rules.book().calendars());
            parts.add(LocalText.of("selama " + names.id(), "during " + names.en()));
        }
    }

    /** The names of dated lists. */
    static LocalText names(Collection<UUID> ids, Map<UUID, Calendar> calendars) {
        return Words.any(
                ids.stream().map(calendars::get).filter(Objects::nonNull).toList(), Calendar::name);
    }

    private static void buyer(Buyer buyer, List<LocalText> parts) {
        if (!buyer.audiences().isEmpty()) {
            parts.add(LocalText.of("anggota pilihan", "for chosen members"));
        }
        if (buyer.firstPurchase()) {
            parts.add(LocalText.of("belanja pertama", "on the first purchase"));
        }
        if (buyer.birthday() != null) {
            parts.add(Words.of(buyer.birthday()));
        }
    }

    /** How much at most on one purchase and for one member. */
    static LocalText caps(Caps caps) {
        List<LocalText> parts = new ArrayList<>();
        if (caps.perPurchase() != null) {
            parts.add(Words.perPurchase(caps.perPurchase()));
        }
        caps.perMember().forEach(cap -> parts.add(Words.of(cap)));
        return Words.commas(parts);
    }
}
