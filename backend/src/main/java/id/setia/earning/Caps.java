package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much a rule gives at most. What goes beyond is trimmed, never refused.
 *
 * @param perPurchase points on one purchase, more than 0; absent for no cap
 * @param perMember what one member gets
 * @param budget points in all, more than 0; absent for no cap
 */
@Serdeable
public record Caps(@Nullable Long perPurchase, List<Cap> perMember, @Nullable Long budget) {

    public static final Caps NONE = new Caps(null, List.of(), null);

    /**
     * What member's caps and the budget leave; nothing where neither is set.
     *
     * @param used what the member got of the rule
     * @param day of the purchase, in the programme's time
     * @param budgetLeft asked only where there is a budget
     */
    Optional<Ceiling> ceiling(CapCounts used, LocalDate day, LongSupplier budgetLeft) {
        Optional<Ceiling> ofMember =
                perMember.isEmpty() ? Optional.empty() : Optional.of(used.ceiling(perMember, day));
        if (budget == null) {
            return ofMember;
        }
        Ceiling ofBudget = new Ceiling(budgetLeft.getAsLong(), CapKind.BUDGET);
        return ofMember.filter(ceiling -> ceiling.points() <= ofBudget.points()).or(() -> Optional.of(ofBudget));
    }
}
