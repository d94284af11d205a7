package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * When members were last signed in. Operators sell numbers again, so a code to a phone proves the number and not the person:
 * after six months without a sign-in it takes a second proof.
 */
@Singleton
public class MemberPresence {

    private static final int TRUSTED_MONTHS = 6;
    private static final Duration BETWEEN_NOTES = Duration.ofDays(1);

    private final Transactions transactions;
    private final SystemClock clock;

    MemberPresence(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a code to the member's phone is proof enough: they were signed in, or joined, within six months. */
    public boolean phoneAloneProves(UUID memberId) {
        Instant trustedSince =
                clock.now().atZone(ZoneOffset.UTC).minusMonths(TRUSTED_MONTHS).toInstant();
        return lastHere(memberId).filter(last -> last.isAfter(trustedSince)).isPresent();
    }

    /** Notes that the member is signed in; at most once a day. */
    void signedIn(UUID memberId) {
        Instant now = clock.now();
        if (lastNoted(memberId).filter(last -> last.isAfter(now.minus(BETWEEN_NOTES))).isEmpty()) {
            transactions.write(connection -> {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE member SET last_sign_in_at = ? WHERE id = ?")) {
                    update.setObject(1, Sql.time(now));
                    update.setBytes(2, UuidBytes.of(memberId));
                    return update.executeUpdate();
                }
            });
        }
    }

    private Optional<Instant> lastHere(UUID memberId) {
        return moment("SELECT COALESCE(last_sign_in_at, joined_at) AS at FROM member WHERE id = ?", memberId);
    }

    private Optional<Instant> lastNoted(UUID memberId) {
        return moment("SELECT last_sign_in_at AS at FROM member WHERE id = ?", memberId);
    }

    private Optional<Instant> moment(String sql, UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setBytes(1, UuidBytes.of(memberId));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(Sql.instant(row, "at")) : Optional.empty();
                }
            }
        });
    }
}
