package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** When points lapse, as staff write it. */
@Serdeable
@Schema(description = "When points lapse, in the program's time, where `expiryMonths` cannot say it.")
public record ExpiryTerms(
        @NotNull
                @Schema(
                        description = "`end_of_month`: at the end of the month they were earned in; `months_after`: so many months"
                                + " after they were earned, to the moment; `fixed_date`: at the end of a day of the year;"
                                + " `inactivity`: once the member has neither earned nor used points for so many months.",
                        example = "inactivity")
                ExpiryKind kind,
        @Nullable
                @Min(1)
                @Max(120)
                @Schema(description = "For `months_after` and `inactivity`: how many months.", example = "12")
                Integer months,
        @Nullable @Min(1) @Max(12) @Schema(description = "For `fixed_date`: the month.", example = "12") Integer month,
        @Nullable @Min(1) @Max(31) @Schema(description = "For `fixed_date`: its day.", example = "31") Integer day,
        @Nullable
                @Min(0)
                @Max(1_000)
                @Schema(
                        description = "For `fixed_date`: at least so many days lie between earning and that day; 0 when absent.",
                        example = "90")
                Integer leastDays) {

    /** The terms of a policy; null for those that months say. */
    static ExpiryTerms of(ExpiryPolicy policy) {
        return switch (policy) {
            case ExpiryPolicy.Never never -> null;
            case ExpiryPolicy.EndOfMonth end ->
                end.months() > 0 ? null : new ExpiryTerms(ExpiryKind.END_OF_MONTH, null, null, null, null);
            case ExpiryPolicy.MonthsAfter after ->
                new ExpiryTerms(ExpiryKind.MONTHS_AFTER, after.months(), null, null, null);
            case ExpiryPolicy.FixedDate fixed ->
                new ExpiryTerms(ExpiryKind.FIXED_DATE, null, fixed.month(), fixed.day(), fixed.leastDays());
            case ExpiryPolicy.Inactivity inactivity ->
                new ExpiryTerms(ExpiryKind.INACTIVITY, inactivity.months(), null, null, null);
        };
    }
}
