package id.setia.points;

import id.setia.members.MemberClosed;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Lets the points of a membership lapse in the transaction that ends it. What is on hold lapses when the hold ends. */
@Singleton
class ForfeitAtClosing {

    private final PointsLedger ledger;

    ForfeitAtClosing(PointsLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(MemberClosed closed) {
        ledger.post(session -> {
            session.lock(Set.of(closed.memberId()), Set.of(closed.memberId()), List.of());
            MemberLedger member = session.member(closed.memberId());
            if (member.available() + member.pending() > 0) {
                member.forfeit(new Posting(
                        "closing:" + closed.memberId(),
                        TransactionKind.EXPIRY,
                        new Source("closing", closed.memberId()),
                        closed.at(),
                        "{}"));
            }
            return null;
        });
    }
}
