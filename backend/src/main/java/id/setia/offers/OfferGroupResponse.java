package id.setia.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a group bought while an offer ran. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the members of a group bought from the day each was noted until the offer ended, or until now.")
public record OfferGroupResponse(
        @Schema(description = "Members.", example = "4500") long members,
        @Nullable @Schema(description = "Their purchases; absent of fewer than ten members.", example = "9120") Long purchases,
        @Nullable @Schema(description = "Purchases of a member on average; absent of fewer than ten.", example = "2.03")
                BigDecimal averagePurchases,
        @Nullable @Schema(description = "What they spent; absent of fewer than ten members.") Money spend,
        @Nullable @Schema(description = "Spend of a member on average, rounded down; absent of fewer than ten.")
                Money averageSpend) {

    private static final int FEWEST = 10;

    static OfferGroupResponse of(OfferGroup group, Program program) {
        if (group.members() < FEWEST) {
            return new OfferGroupResponse(group.members(), null, null, null, null);
        }
        BigDecimal members = BigDecimal.valueOf(group.members());
        return new OfferGroupResponse(
                group.members(),
                group.purchases(),
                BigDecimal.valueOf(group.purchases()).divide(members, 2, RoundingMode.HALF_UP),
                program.money(group.spend().longValueExact()),
                program.money(group.spend().divide(members, 0, RoundingMode.FLOOR).longValueExact()));
    }
}
