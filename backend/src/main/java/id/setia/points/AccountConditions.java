package id.setia.points;

import id.setia.kernel.SqlCondition;

/** Conditions on points, for a row of {@code member} that goes by {@code m}. */
public final class AccountConditions {

    private AccountConditions() {}

    /** Whose available points, as last booked, lie between two figures, both included. */
    public static SqlCondition availableBetween(long least, long most) {
        return SqlCondition.of(
                "COALESCE((SELECT a.available FROM points_account a WHERE a.member_id = m.id), 0) BETWEEN ? AND ?",
                least,
                most);
    }
}
