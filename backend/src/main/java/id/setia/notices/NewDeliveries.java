package id.setia.notices;

import id.setia.kernel.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What some new notices make wait to be sent. */
final class NewDeliveries {

    private final Instant now;
    private final Map<DeliveryRows.Address, Instant> firstWaiting;
    private final MemberZones zones;
    private final List<DeliveryRows.Delivery> deliveries = new ArrayList<>();

    /**
     * @param firstWaiting when the first of what can wait already goes out to each; is added to
     */
    NewDeliveries(Instant now, Map<DeliveryRows.Address, Instant> firstWaiting, MemberZones zones) {
        this.now = now;
        this.firstWaiting = firstWaiting;
        this.zones = zones;
    }

    void add(Telling telling, NoticeChannel channel) {
        Notice notice = telling.notice();
        boolean urgent = notice.kind().topic().urgent();
        DeliveryRows.Address address = new DeliveryRows.Address(notice.memberId(), channel);
        Instant dueAt = dueAt(telling, address);
        deliveries.add(new DeliveryRows.Delivery(address, notice.id(), urgent, dueAt));
        if (!urgent) {
            firstWaiting.merge(address, dueAt, NewDeliveries::earlier);
        }
    }

    /** Whatever else waits for the same channel goes out with the first of it. */
    private Instant dueAt(Telling telling, DeliveryRows.Address address) {
        if (telling.inTheMorning()) {
            return DeliveryTimes.inTheMorning(zones.of(address.memberId()), now);
        }
        return telling.notice().kind().topic().urgent()
                ? now
                : earlier(
                        DeliveryTimes.unurgent(zones.of(address.memberId()), now),
                        firstWaiting.getOrDefault(address, Instant.MAX));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    void keep(Batch batch) {
        deliveries.forEach(delivery -> batch.add(DeliveryRows.WRITER, delivery));
    }
}
