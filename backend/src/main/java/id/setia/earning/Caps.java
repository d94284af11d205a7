package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

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
}
