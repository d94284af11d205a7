package id.setia.access;

import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets a caller send a request again without its effect happening twice: the name the caller gave it is kept, for 30 days,
 * in the same transaction as the effect.
 */
@Singleton
public class IdempotencyKeys {

    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final SystemClock clock;
    private final Json json;

    IdempotencyKeys(Transactions transactions, SystemClock clock, Json json) {
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A request the caller may send again.
     *
     * @param key the header {@code Idempotency-Key}
     * @param operation a word for what is asked, at most 40 letters
     * @param content what is asked; a record that turns into the same JSON each time
     */
    public record Request(Caller caller, Optional<String> key, String operation, Object content) {}

    /**
     * What a request made.
     *
     * @param resourceId what the first request under its key made
     * @param replayed whether this one was not the first, and did nothing
     */
    public record Made(UUID resourceId, boolean replayed) {}

    private record Kept(byte[] contentHash, UUID resourceId) {}

    /**
     * Has the effect once. Another request under the same key waits for the first to end; it then does nothing, or, where
     * the first failed, is the first.
     *
     * @param resourceId what is made, if this is the first
     * @param effect takes part in the transaction; gets the resource's id
     * @throws Problem {@code idempotency_key_missing}, {@code idempotency_key_reused} when the first asked for something
     *     else
     */
    public Made once(Request request, UUID resourceId, Consumer<UUID> effect) {
        byte[] key = key(request.key());
        byte[] hash = Hashes.sha256((request.operation() + "\n" + json.write(request.content()))
                .getBytes(StandardCharsets.UTF_8));
        UUID callerId = request.caller().actorId().orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
        return transactions.write(connection -> {
            if (insert(connection, callerId, key, request.operation(), new Kept(hash, resourceId))) {
                effect.accept(resourceId);
                return new Made(resourceId, false);
            }
            Kept first = kept(connection, callerId, key)
                    .orElseThrow(() -> Problem.of(ProblemCode.CONCURRENT_REQUEST));
            if (!Arrays.equals(first.contentHash(), hash)) {
                throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            }
            return new Made(first.resourceId(), true);
        });
    }

    private static byte[] key(Optional<String> header) {
        String key = header.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING));
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? bytes : Hashes.sha256(bytes);
    }

    private boolean insert(Connection connection, UUID callerId, byte[] key, String operation, Kept kept)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO idempotency_key (
                  caller_id, request_key, operation, content_hash, resource_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(callerId));
            insert.setBytes(2, key);
            insert.setString(3, operation);
            insert.setBytes(4, kept.contentHash());
            insert.setBytes(5, UuidBytes.of(kept.resourceId()));
            insert.setObject(6, Sql.time(clock.now()));
            insert.executeUpdate();
            return true;
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private static Optional<Kept> kept(Connection connection, UUID callerId, byte[] key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT content_hash, resource_id
                FROM idempotency_key
                WHERE caller_id = ? AND request_key = ?""")) {
            select.setBytes(1, UuidBytes.of(callerId));
            select.setBytes(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getBytes("content_hash"), Sql.id(row, "resource_id")))
                        : Optional.empty();
            }
        }
    }
}
