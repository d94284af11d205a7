package id.setia.points;

import java.util.UUID;

/** The cached balances of one member, each the sum of its entries; only debt is ever below zero. */
final class Balances {

    private final UUID memberId;
    private long available;
    private long pending;
    private long held;
    private long debt;

    Balances(Account account) {
        this.memberId = account.memberId();
        this.available = account.available();
        this.pending = account.pending();
        this.held = account.held();
        this.debt = account.debt();
    }

    /** Counts the entries of a transaction. */
    void add(TransactionDraft draft) {
        available = notNegative(available + draft.change(LedgerAccount.AVAILABLE));
        pending = notNegative(pending + draft.change(LedgerAccount.PENDING));
        held = notNegative(held + draft.change(LedgerAccount.HELD));
        debt = -notNegative(-(debt + draft.change(LedgerAccount.DEBT)));
    }

    private long notNegative(long balance) {
        if (balance < 0) {
            throw new IllegalStateException("a balance of " + memberId + " would be " + balance);
        }
        return balance;
    }

    long available() {
        return available;
    }

    long pending() {
        return pending;
    }

    long held() {
        return held;
    }

    /** Never positive. */
    long debt() {
        return debt;
    }
}
