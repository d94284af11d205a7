package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** How much a rule gives at most, as staff write it. */
@Serdeable
@Schema(description = "How much a rule gives at most. What goes beyond is trimmed; no purchase is ever refused for it.")
public record CapsTerms(
        @Nullable
                @Min(1)
                @Max(1_000_000_000)
                @Schema(description = "Points on one purchase.", example = "500")
                Long perPurchase,
        @Nullable @Valid @Size(max = 10) @Schema(description = "What one member gets in a period, each kind of cap once.")
                List<CapTerms> perMember,
        @Nullable
                @Min(1)
                @Max(1_000_000_000_000L)
                @Schema(
                        description = "Points in all, for as long as the rule runs; a later version may raise or lower it.",
                        example = "1000000")
                Long budget) {

    static CapsTerms of(Caps caps) {
        return caps == null
                ? null
                : new CapsTerms(
                        caps.perPurchase(),
                        caps.perMember().isEmpty()
                                ? null
                                : caps.perMember().stream().map(CapTerms::of).toList(),
                        caps.budget());
    }

    Caps read() {
        return new Caps(
                perPurchase, perMember == null ? List.of() : perMember.stream().map(CapTerms::read).toList(), budget);
    }
}
