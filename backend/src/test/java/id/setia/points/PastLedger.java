package id.setia.points;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Posts to the ledger as if it were another moment, past or to come, so that histories of many months can be written in one. */
@Singleton
public class PastLedger {

    private final Transactions transactions;
    private final IdMaker ids;

    PastLedger(Transactions transactions, IdMaker ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    public <T> T post(Instant now, PointsLedger.Act<T> act) {
        return transactions.write(connection -> {
            LedgerSession session = new LedgerSession(connection, ids, now);
            T result = act.in(session);
            session.write();
            return result;
        });
    }
}
