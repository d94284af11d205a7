package id.setia.points;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which lots points came from, and how many of each, in the order in which they were taken. */
@Serdeable
public record SetAside(List<Part> parts) {

    /**
     * Points of one lot.
     *
     * @param points more than 0
     */
    @Serdeable
    public record Part(UUID lotId, long points) {}

    public SetAside {
        parts = List.copyOf(parts);
    }

    public long points() {
        return parts.stream().mapToLong(Part::points).sum();
    }

    /** The first so many points, or all where there are fewer. */
    public SetAside first(long points) {
        List<Part> taken = new ArrayList<>();
        long missing = points;
        for (Part part : parts) {
            long some = Math.min(missing, part.points());
            if (some > 0) {
                taken.add(new Part(part.lotId(), some));
            }
            missing -= some;
        }
        return new SetAside(taken);
    }

    /** What is left when the first so many points are gone. */
    public SetAside after(long points) {
        List<Part> left = new ArrayList<>();
        long gone = points;
        for (Part part : parts) {
            long some = Math.min(gone, part.points());
            if (some < part.points()) {
                left.add(new Part(part.lotId(), part.points() - some));
            }
            gone -= some;
        }
        return new SetAside(left);
    }

    /** The same, each lot that has a successor replaced by it. */
    public SetAside following(Map<UUID, UUID> successors) {
        return new SetAside(parts.stream()
                .map(part -> new Part(successors.getOrDefault(part.lotId(), part.lotId()), part.points()))
                .toList());
    }

    /** The same, the last taken first. */
    public SetAside reversed() {
        return new SetAside(parts.reversed());
    }

    public List<UUID> lots() {
        return parts.stream().map(Part::lotId).distinct().toList();
    }
}
