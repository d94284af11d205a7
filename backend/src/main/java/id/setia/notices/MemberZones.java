package id.setia.notices;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Where members are while some notices are added: in the store where they were last, else where the programme is. */
final class MemberZones {

    private final Map<UUID, ZoneId> stored;
    private final Map<UUID, ZoneId> moved = new HashMap<>();
    private final Supplier<ZoneId> usual;

    MemberZones(Map<UUID, ZoneId> stored, Supplier<ZoneId> usual) {
        this.stored = stored;
        this.usual = usual;
    }

    void moveTo(UUID memberId, ZoneId zone) {
        moved.put(memberId, zone);
    }

    ZoneId of(UUID memberId) {
        ZoneId zone = moved.getOrDefault(memberId, stored.get(memberId));
        return zone == null ? usual.get() : zone;
    }

    /** Those that differ from what is stored. */
    Map<UUID, ZoneId> changed() {
        Map<UUID, ZoneId> changed = new HashMap<>(moved);
        changed.entrySet().removeIf(zone -> Objects.equals(stored.get(zone.getKey()), zone.getValue()));
        return changed;
    }
}
