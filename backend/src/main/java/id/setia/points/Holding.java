package id.setia.points;

import id.setia.kernel.IdMaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What holds, and points that come back, do to the lots of one member. */
final class Holding {

    private final Map<UUID, Lot> lots;
    private final Map<UUID, Lot> formerLots;
    private final TransactionDraft draft;

    /** @param formerLots of members who live on as this one */
    Holding(Map<UUID, Lot> lots, Map<UUID, Lot> formerLots, TransactionDraft draft) {
        this.lots = lots;
        this.formerLots = formerLots;
        this.draft = draft;
    }

    /** Sets points of lots aside, in the order given. */
    SetAside hold(List<Lot> spendable, long points) {
        List<SetAside.Part> parts = new ArrayList<>();
        long missing = points;
        for (Lot lot : spendable) {
            long part = Math.min(missing, lot.in(LotState.AVAILABLE));
            if (part > 0) {
                draft.move(lot, LotState.AVAILABLE, -part);
                draft.move(lot, LotState.HELD, part);
                parts.add(new SetAside.Part(lot.id(), part));
            }
            missing -= part;
        }
        if (missing > 0) {
            throw new IllegalStateException("the lots hold " + missing + " points too few");
        }
        return new SetAside(parts);
    }

    /** Uses held points. */
    void use(SetAside held, UUID honouringPartnerId) {
        for (SetAside.Part part : held.parts()) {
            Lot lot = lot(part);
            draft.move(lot, LotState.HELD, -part.points());
            draft.add(LedgerAccount.REDEEMED, part.points(), lot.funderId(), honouringPartnerId);
        }
    }

    /** Makes held points available again; answers the lots they are in. */
    List<Lot> letGo(SetAside held) {
        List<Lot> changed = new ArrayList<>();
        for (SetAside.Part part : held.parts()) {
            Lot lot = lot(part);
            draft.move(lot, LotState.HELD, -part.points());
            draft.move(lot, LotState.AVAILABLE, part.points());
            changed.add(lot);
        }
        return changed;
    }

    /**
     * Makes used points available again; answers the lots they are in. What came from a lot that has expired since gets a
     * lot of its own until the end of grace, but only once: what came from such a lot returns to it. What came from a lot
     * of a merged member gets a lot of its own too.
     */
    List<Lot> giveBack(SetAside used, UUID honouringPartnerId, Instant now, Instant graceUntil, IdMaker ids) {
        List<Lot> changed = new ArrayList<>();
        for (SetAside.Part part : used.parts()) {
            Lot lot = Optional.ofNullable(formerLots.get(part.lotId())).orElseGet(() -> lot(part));
            draft.add(LedgerAccount.REDEEMED, -part.points(), lot.funderId(), honouringPartnerId);
            if (lot.expiresBy(now) && !lot.grace()) {
                Lot successor = lot.withGrace(ids.next(), draft.id(), part.points(), graceUntil);
                draft.add(LedgerAccount.AVAILABLE, part.points(), lot.funderId());
                changed.add(successor);
            } else if (formerLots.containsKey(lot.id())) {
                draft.add(LedgerAccount.AVAILABLE, part.points(), lot.funderId());
                changed.add(lot.goingOn(ids.next(), draft.id(), part.points()));
            } else {
                draft.move(lot, LotState.AVAILABLE, part.points());
                changed.add(lot);
            }
        }
        return changed;
    }

    private Lot lot(SetAside.Part part) {
        return Optional.ofNullable(lots.get(part.lotId()))
                .orElseThrow(() -> new IllegalStateException("lot " + part.lotId() + " was not read"));
    }
}
