package id.setia.partners;

import id.setia.kernel.Version;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Where purchases happen.
 *
 * @param code the partner's own name for it, unique among the partner's stores
 * @param timeZone the zone of its clocks, for rules by hour and weekday
 */
public record Store(
        UUID id,
        UUID partnerId,
        String code,
        String name,
        ZoneId timeZone,
        String region,
        StoreState state,
        Version version) {}
