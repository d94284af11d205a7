package id.setia.audiences;

import id.setia.insights.RfmSegment;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** What members of an audience have in common, as staff write and read it. */
@Serdeable
@Schema(
        description = "What members of an audience have in common. `kind` says which of the other properties count; those of other"
                + " kinds are left out.")
public record CriterionTerms(
        @NotNull
                @Schema(
                        description = "`all`, `any`, `none`: members who meet all, at least one, none of `criteria`; `language`; `joined`:"
                                + " between `from` and `until`; `birthday_month`; `state`; `tiers`; `balance`: available points;"
                                + " `purchases`: so many, for so much; `consent`; `rfm`: scores or segments; `list`: members of a"
                                + " static list. Where `purchases` or `rfm` stand anywhere, only members are in the audience who"
                                + " agree to offers being chosen by what they buy.",
                        example = "purchases")
                CriterionKind kind,
        @Nullable
                @Valid
                @Size(max = 20)
                @Schema(description = "For `all`, `any` and `none`: what is joined, at least one, at most five deep.")
                List<CriterionTerms> criteria,
        @Nullable @Size(max = 2) @Schema(description = "For `language`: `id`, `en`.", example = "[\"en\"]") List<String> languages,
        @Nullable @Schema(description = "For `joined`: first day.", example = "2026-01-01") LocalDate from,
        @Nullable @Schema(description = "For `joined`: last day.", example = "2026-12-31") LocalDate until,
        @Nullable
                @Size(max = 12)
                @Schema(
                        description = "For `birthday_month`: 1 to 12; the month in which it is asked without it.",
                        example = "[11, 12]")
                List<Integer> months,
        @Nullable
                @Size(max = 3)
                @Schema(description = "For `state`: `unclaimed`, `active`, `frozen`.", example = "[\"active\"]")
                List<String> states,
        @Nullable @Size(max = 20) @Schema(description = "For `tiers`: their codes.", example = "[\"gold\"]") List<String> tiers,
        @Nullable
                @Min(0)
                @Max(1_000_000_000_000L)
                @Schema(
                        description = "For `balance`: fewest points; for `purchases`: fewest purchases, 1 if absent and no `most` is 0.",
                        example = "3")
                Long fewest,
        @Nullable
                @Min(0)
                @Max(1_000_000_000_000L)
                @Schema(description = "For `balance`: most points; for `purchases`: most purchases, 0 for none.", example = "10")
                Long most,
        @Nullable @Valid @Schema(description = "For `purchases`: what they come to at least, less what was given back.")
                Money leastSpend,
        @Nullable @Valid @Schema(description = "For `purchases`: what they come to at most, less what was given back.")
                Money mostSpend,
        @Nullable
                @Min(0)
                @Max(3_660)
                @Schema(description = "For `purchases`: only those of today and so many days before.", example = "90")
                Integer withinDays,
        @Nullable
                @Size(min = 1, max = 200)
                @Schema(
                        description = "For `purchases`: only products of the category and of those below it.",
                        example = "Minuman > Kopi")
                String category,
        @Nullable
                @Size(max = 100)
                @Schema(
                        description = "For `purchases`: only at these stores.",
                        example = "[\"sto_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> stores,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "For `consent`: `marketing_email`, `marketing_phone`, `profiling` or `partner_sharing`.",
                        example = "marketing_email")
                String purpose,
        @Nullable @Schema(description = "For `consent`: whether the latest word is yes.", example = "true") Boolean given,
        @Nullable @Size(max = 5) @Schema(description = "For `rfm`: scores from 1 to 5.", example = "[4, 5]") List<Integer> recency,
        @Nullable @Size(max = 5) @Schema(description = "For `rfm`: scores from 1 to 5.", example = "[1]") List<Integer> frequency,
        @Nullable @Size(max = 5) @Schema(description = "For `rfm`: scores from 1 to 5.", example = "[1, 2]")
                List<Integer> monetary,
        @Nullable @Size(max = 10) @Schema(description = "For `rfm`: segments.", example = "[\"at_risk\"]")
                List<RfmSegment> segments,
        @Nullable
                @Size(max = 40)
                @Schema(description = "For `list`: the static list.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String audienceId) {}
