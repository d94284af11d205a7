package id.setia.testing;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;

/** Frees what a server of another test still holds, so that nobody has to wait for its time to be over. */
@Singleton
public class TestLeases {

    private final Transactions transactions;

    TestLeases(Transactions transactions) {
        this.transactions = transactions;
    }

    public void free(String name) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE lease SET held_until = ? WHERE name = ?")) {
                update.setObject(1, Sql.time(Instant.EPOCH));
                update.setString(2, name);
                return update.executeUpdate();
            }
        });
    }
}
