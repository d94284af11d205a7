package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets partners go whose day has come: first what is given at their expense ends, and once refunds are over their systems.
 * Each step of each partner is one transaction that looks again under lock, so that any node may try at any time.
 */
@Singleton
class PartnerDepartures {

    private final PartnerDirectory directory;
    private final ApplicationEventPublisher<PartnerLeft> publisher;
    private final Transactions transactions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;

    PartnerDepartures(
            PartnerDirectory directory,
            ApplicationEventPublisher<PartnerLeft> publisher,
            Transactions transactions,
            Outbox outbox,
            AuditTrail audit,
            BusinessClock clock,
            IdMaker ids,
            Json json) {
        this.directory = directory;
        this.publisher = publisher;
        this.transactions = transactions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    void runDue() {
        directory.refresh();
        for (Partner partner : directory.partners()) {
            if (partner.state() == PartnerState.LEAVING) {
                step(partner.id());
                step(partner.id());
            }
        }
    }

    /** Takes the step that is due, if any is. */
    private void step(UUID partnerId) {
        transactions.write(connection -> {
            transactions.afterCommit(directory::refresh);
            Optional<Partner> found = PremisesRows.locked(connection, partnerId);
            if (found.filter(partner -> partner.state() == PartnerState.LEAVING).isEmpty()) {
                return null;
            }
            Instant now = clock.now();
            Leaving leaving = found.get().leaving().orElseThrow();
            if (leaving.leftAt().isEmpty() && !now.isBefore(leaving.leavesAt())) {
                leave(connection, found.get(), now);
            } else if (leaving.leftAt().isPresent() && !now.isBefore(leaving.refundsUntil())) {
                end(connection, found.get(), now);
            }
            return null;
        });
    }

    private void leave(Connection connection, Partner partner, Instant now) throws SQLException {
        Leaving leaving = partner.leaving().orElseThrow();
        PremisesRows.update(
                connection,
                partner.leaving(new Leaving(
                        leaving.leavesAt(), leaving.refundsUntil(), Optional.of(now), Optional.empty())));
        publisher.publishEvent(new PartnerLeft(partner.id(), leaving.leavesAt()));
        tell(connection, partner, "partner.left", leaving.leavesAt(), now);
    }

    private void end(Connection connection, Partner partner, Instant now) throws SQLException {
        Leaving leaving = partner.leaving().orElseThrow();
        PremisesRows.update(
                connection,
                partner.ended(new Leaving(
                        leaving.leavesAt(), leaving.refundsUntil(), leaving.leftAt(), Optional.of(now))));
        ApiClientRows.revokeAll(connection, partner.id(), now);
        tell(connection, partner, "partner.ended", leaving.refundsUntil(), now);
    }

    private void tell(Connection connection, Partner partner, String act, Instant at, Instant now) throws SQLException {
        DirectoryRows.moveEpoch(connection);
        String payload = json.write(Map.of("partnerId", PublicId.PARTNER.format(partner.id())));
        outbox.write(new Event(ids.next(), Optional.empty(), 0, act, 1, payload, at, now));
        audit.record(new Caller.Stranger(), act, "partner", partner.id());
    }
}
