package id.setia.earning;

import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.purchases.Channel;
import id.setia.purchases.TenderKind;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** When a rule applies, as staff write it. */
@Serdeable
@Schema(description = "When a rule applies; an empty or absent list asks nothing. All that is asked must hold.")
public record ConditionTerms(
        @Nullable
                @Size(max = 50)
                @Schema(
                        description = "Categories of products; each stands for everything below it too.",
                        example = "[\"Minuman > Kopi\"]")
                List<String> categories,
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Codes of tiers; the member's tier at the time of the purchase counts.",
                        example = "[\"gold\"]")
                List<String> tiers,
        @Nullable
                @Size(max = 7)
                @Schema(description = "Days of the week in the store's own time.", example = "[\"saturday\", \"sunday\"]")
                List<Weekday> weekdays,
        @Nullable @Valid @Schema(description = "What the products it is for must come to, of what earns; nothing is asked without it.")
                Money minimum,
        @Nullable
                @Size(max = 200)
                @Schema(description = "Codes of products (SKU), as tills send them.", example = "[\"8991002101234\"]")
                List<String> skus,
        @Nullable
                @Size(max = 50)
                @Schema(description = "Brands; capital and small letters are the same.", example = "[\"Kapal Api\"]")
                List<String> brands,
        @Nullable
                @Size(max = 50)
                @Schema(description = "Partners at which it applies.", example = "[\"par_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> partners,
        @Nullable
                @Size(max = 200)
                @Schema(description = "Stores in which it applies.", example = "[\"sto_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> stores,
        @Nullable
                @Size(max = 4)
                @Schema(description = "Channels through which it applies.", example = "[\"online\", \"app\"]")
                List<Channel> channels,
        @Nullable
                @Valid
                @Size(max = 12)
                @Schema(
                        description = "Spans of the day in the store's own time. One that crosses midnight belongs to the day on"
                                + " which it begins: `friday` with 22:00 to 02:00 takes in the first hours of Saturday.")
                List<HoursTerms> hours,
        @Nullable
                @Size(max = 31)
                @Schema(
                        description = "Days of the month in the store's own time, 1 to 31; a month without the day has none.",
                        example = "[1, 25]")
                List<Integer> daysOfMonth,
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Calendars, any of which must list the day in the store's own time.",
                        example = "[\"cal_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> calendars,
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Audiences, any of which the member must be in when the purchase arrives.",
                        example = "[\"aud_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> audiences,
        @Nullable
                @Schema(description = "Whether it must be the member's first purchase, in the order of arrival.", example = "true")
                Boolean firstPurchase,
        @Nullable
                @Schema(
                        description = "How near the member's birthday must be: on the `day`, in its `week` (Monday to Sunday) or in"
                                + " its `month`. Who was born on 29 February has it on the 28th in other years.",
                        example = "month")
                Birthday birthday,
        @Nullable
                @Size(max = 8)
                @Schema(description = "Kinds of payment, any of which must have paid a part.", example = "[\"e_wallet\"]")
                List<TenderKind> payments) {

    static ConditionTerms of(Conditions conditions, Program program) {
        Buyer buyer = conditions.ofBuyer();
        Times times = conditions.ofTimes();
        Place place = conditions.ofPlace();
        return new ConditionTerms(
                conditions.categories().stream().sorted().toList(),
                conditions.tiers().stream().sorted().toList(),
                conditions.weekdays().stream().sorted(Comparator.naturalOrder()).map(Weekday::of).toList(),
                conditions.minimum() == 0 ? null : program.money(conditions.minimum()),
                sorted(conditions.ofGoods().skus()),
                sorted(conditions.ofGoods().brands()),
                ids(place.partners(), PublicId.PARTNER),
                ids(place.stores(), PublicId.STORE),
                sorted(place.channels()),
                times.hours().isEmpty() ? null : times.hours().stream().map(HoursTerms::of).toList(),
                sorted(times.daysOfMonth()),
                ids(times.calendars(), PublicId.CALENDAR),
                ids(buyer.audiences(), PublicId.AUDIENCE),
                buyer.firstPurchase() ? true : null,
                buyer.birthday(),
                sorted(conditions.ofPayments()));
    }

    private static List<String> ids(Collection<UUID> ids, PublicId kind) {
        return sorted(ids.stream().map(kind::format).toList());
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
        return values.isEmpty() ? null : values.stream().sorted().toList();
    }
}
