package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The holds of one random history, and what became of them. */
final class HeldPoints {

    private static final UUID HONOURING = UUID.randomUUID();
    private static final Duration GRACE = Duration.ofDays(14);

    private record Open(UUID id, SetAside lots) {}

    /** Points that paid; those that came back are taken off the front. */
    private static final class Used {
        SetAside lots;

        Used(SetAside lots) {
            this.lots = lots;
        }
    }

    private final List<Open> open = new ArrayList<>();
    private final List<Open> ended = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();

    private static Posting posting(String key, TransactionKind kind, UUID id, Instant moment) {
        return new Posting(key, kind, new Source("hold", id), moment, "{}");
    }

    /** Goes on with the holds of somebody who was merged: what is open is in the lots that succeeded theirs. */
    void takeOver(HeldPoints merged, Map<UUID, UUID> successors) {
        merged.open.forEach(hold -> open.add(new Open(hold.id(), hold.lots().following(successors))));
        ended.addAll(merged.ended);
        used.addAll(merged.used);
    }

    void hold(LedgerModel model, Instant moment, int percent) {
        model.act(moment, ledger -> {});
        Account before = model.account();
        long points = before.available() * percent / 100;
        UUID id = UUID.randomUUID();
        Posting posting = posting("hold:" + id, TransactionKind.HOLD, id, moment);
        model.act(moment, ledger -> {
            assertThatThrownBy(() -> ledger.hold(posting, ledger.available() + 1)).isInstanceOf(Problem.class);
            if (points > 0) {
                Held held = ledger.hold(posting, points);
                assertThat(held.lots().points()).isEqualTo(points);
                open.add(new Open(id, held.lots()));
            }
        });
        assertThat(model.account().available()).isEqualTo(before.available() - points);
        assertThat(model.account().held()).isEqualTo(before.held() + points);
        if (points > 0) {
            assertThat(model.account().available() > 0 && lastHeldIsNotFirstToExpire(model))
                    .as("what expires first is taken first")
                    .isFalse();
        }
    }

    /** Whether something still available expires before something just held. */
    private boolean lastHeldIsNotFirstToExpire(LedgerModel model) {
        Instant latest = open.getLast().lots().lots().stream()
                .map(lot -> model.lot(lot).expiresAt().orElse(Instant.MAX))
                .max(Instant::compareTo)
                .orElseThrow();
        return model.lots().stream()
                .filter(lot -> lot.in(LotState.AVAILABLE) > 0)
                .anyMatch(lot -> lot.expiresAt().orElse(Instant.MAX).isBefore(latest));
    }

    void confirm(LedgerModel model, Instant moment, int which, int percent) {
        if (open.isEmpty()) {
            return;
        }
        model.act(moment, ledger -> {});
        Open hold = open.remove(which % open.size());
        long points = Math.max(1, hold.lots().points() * percent / 100);
        long heldBefore = model.account().held();
        Posting posting = posting("hold:" + hold.id() + ":confirm", TransactionKind.HOLD_CONFIRMATION, hold.id(), moment);
        model.act(moment, ledger -> ledger.confirm(posting, hold.lots(), points, HONOURING));
        assertThat(model.account().held()).isEqualTo(heldBefore - hold.lots().points());
        ended.add(hold);
        used.add(new Used(hold.lots().first(points)));
        assertThat(hold.lots().first(points).points() + hold.lots().after(points).points())
                .isEqualTo(hold.lots().points());
        refuseAgain(model, moment, posting, hold);
    }

    /** As the database does, a second confirmation under the same key is refused. */
    private static void refuseAgain(LedgerModel model, Instant moment, Posting posting, Open hold) {
        Account before = model.account();
        long held = before.held();
        if (held >= hold.lots().points()
                && hold.lots().parts().stream()
                        .allMatch(part -> model.lot(part.lotId()).in(LotState.HELD) >= part.points())) {
            assertThat(model.act(moment, ledger -> ledger.letGo(posting, hold.lots()))).isFalse();
            assertThat(model.account()).isEqualTo(before);
        }
    }

    void letGo(LedgerModel model, Instant moment, int which) {
        if (open.isEmpty()) {
            return;
        }
        model.act(moment, ledger -> {});
        Account before = model.account();
        Open hold = open.remove(which % open.size());
        long expiring = hold.lots().parts().stream()
                .filter(part -> model.lot(part.lotId()).expiresBy(moment))
                .mapToLong(SetAside.Part::points)
                .sum();
        model.act(moment, ledger -> ledger.letGo(
                posting("hold:" + hold.id() + ":cancel", TransactionKind.HOLD_CANCELLATION, hold.id(), moment), hold.lots()));
        Account after = model.account();
        assertThat(after.held()).isEqualTo(before.held() - hold.lots().points());
        if (before.debt() == 0) {
            assertThat(after.available()).isEqualTo(before.available() + hold.lots().points() - expiring);
        }
    }

    void giveBack(LedgerModel model, Instant moment, int which, int percent) {
        if (used.isEmpty()) {
            return;
        }
        model.act(moment, ledger -> {});
        Account before = model.account();
        Used payment = used.get(which % used.size());
        long points = payment.lots.points() * percent / 100;
        SetAside back = payment.lots.first(points);
        payment.lots = payment.lots.after(points);
        long lapsing = back.parts().stream()
                .filter(part -> model.lot(part.lotId()).grace() && model.lot(part.lotId()).expiresBy(moment))
                .mapToLong(SetAside.Part::points)
                .sum();
        UUID id = UUID.randomUUID();
        model.act(moment, ledger -> ledger.giveBack(
                posting("giveback:" + id, TransactionKind.GIVE_BACK, id, moment), back, HONOURING, moment.plus(GRACE)));
        Account after = model.account();
        if (before.debt() == 0) {
            assertThat(after.available()).isEqualTo(before.available() + points - lapsing);
        }
        assertThat(model.lots()).allSatisfy(lot -> {
            if (lot.grace() && model.owns(lot.predecessorId().orElseThrow())) {
                assertThat(model.lot(lot.predecessorId().orElseThrow()).grace()).as("grace is given once").isFalse();
            }
        });
    }
}
