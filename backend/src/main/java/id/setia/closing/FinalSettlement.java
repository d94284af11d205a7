package id.setia.closing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left between a partner that ended and the others.
 *
 * @param lastMonth the last month closed by then
 * @param owed what members still have at its expense
 */
record FinalSettlement(
        UUID partnerId,
        Instant madeAt,
        Optional<YearMonth> lastMonth,
        PointValue value,
        Owed owed,
        List<Item> items) {

    /**
     * Points of one partner for which another gave something.
     *
     * @param points since ever
     * @param closed those of them in months closed by then
     */
    record Item(UUID debtorId, UUID creditorId, long points, long closed) {

        long open() {
            return points - closed;
        }
    }
}
