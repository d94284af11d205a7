package id.setia.earning;

import id.setia.purchases.TenderKind;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * When a rule applies; an empty set asks nothing. All of it must hold.
 *
 * @param categories of lines; a category matches with everything below it ({@code Segar} matches {@code Segar > Buah}); capital
 *     and small letters are the same
 * @param tiers codes of the member's tier at the time of the purchase
 * @param weekdays in the store's time
 * @param throughOffer whether it only applies to members who hold an offer that names it
 * @param minimum what the matching lines must come to, in smallest units of what earns; 0 asks nothing
 * @param goods other marks of lines
 * @param place where it was bought
 * @param times when it was bought, beside the weekday
 * @param buyer who bought it
 * @param payments any of them must have paid a part
 */
@Serdeable
public record Conditions(
        Set<String> categories,
        Set<String> tiers,
        Set<DayOfWeek> weekdays,
        boolean throughOffer,
        long minimum,
        @Nullable Goods goods,
        @Nullable Place place,
        @Nullable Times times,
        @Nullable Buyer buyer,
        @Nullable Set<TenderKind> payments) {

    public static final Conditions NONE = new Conditions(Set.of(), Set.of(), Set.of(), false);

    /** What asks nothing is kept as nothing, so that old and plain rules look the same. */
    public Conditions {
        goods = Goods.ANY.equals(goods) ? null : goods;
        place = Place.ANY.equals(place) ? null : place;
        times = Times.ANY.equals(times) ? null : times;
        buyer = Buyer.ANY.equals(buyer) ? null : buyer;
        payments = Set.of().equals(payments) ? null : payments;
    }

    /** Conditions that ask for no minimum. */
    public Conditions(Set<String> categories, Set<String> tiers, Set<DayOfWeek> weekdays, boolean throughOffer) {
        this(categories, tiers, weekdays, throughOffer, 0, null, null, null, null, null);
    }

    public static Conditions categories(String... categories) {
        return new Conditions(Set.of(categories), Set.of(), Set.of(), false);
    }

    /** Whether that a rule applies, or does not, says something of the member beside their tier. */
    public boolean isPersonal() {
        return throughOffer || buyer != null;
    }

    public Conditions onlyThroughOffer() {
        return new Conditions(categories, tiers, weekdays, true, minimum, goods, place, times, buyer, payments);
    }

    public Conditions on(DayOfWeek... days) {
        return new Conditions(
                categories, tiers, Set.of(days), throughOffer, minimum, goods, place, times, buyer, payments);
    }

    public Conditions ofTiers(Set<String> codes) {
        return new Conditions(
                categories, codes, weekdays, throughOffer, minimum, goods, place, times, buyer, payments);
    }

    public Conditions by(Buyer who) {
        return new Conditions(categories, tiers, weekdays, throughOffer, minimum, goods, place, times, who, payments);
    }

    public Conditions from(long least) {
        return new Conditions(categories, tiers, weekdays, throughOffer, least, goods, place, times, buyer, payments);
    }

    public Conditions in(Place where) {
        return new Conditions(categories, tiers, weekdays, throughOffer, minimum, goods, where, times, buyer, payments);
    }

    public Conditions during(Times when) {
        return new Conditions(categories, tiers, weekdays, throughOffer, minimum, goods, place, when, buyer, payments);
    }

    /** What it asks of lines beside their category. */
    public Goods ofGoods() {
        return goods == null ? Goods.ANY : goods;
    }

    public Place ofPlace() {
        return place == null ? Place.ANY : place;
    }

    public Times ofTimes() {
        return times == null ? Times.ANY : times;
    }

    public Buyer ofBuyer() {
        return buyer == null ? Buyer.ANY : buyer;
    }

    public Set<TenderKind> ofPayments() {
        return payments == null ? Set.of() : payments;
    }
}
