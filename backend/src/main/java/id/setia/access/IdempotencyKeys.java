package id.setia.access;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets a caller send a request again without its effect happening twice: the name the caller gave it is kept, for 30 days,
 * in the same transaction as the effect.
 */
@Singleton
public class IdempotencyKeys {

    /** Stands as an attribute on a request that was answered before. */
    public static final String REPLAYED = "setia.replayed";

    /** Characters of a key. */
    public static final int LONGEST = 100;

    private static final int LOCK_WAIT_TIMED_OUT = 1205;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

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

    /** A request as it is kept: by whom and under which name, and what it asked for. */
    public static final class Named {

        private final Name name;
        private final String operation;
        private final byte[] contentHash;

        private final Optional<HttpRequest<Object>> asked;

        private Named(Name name, String operation, byte[] contentHash) {
            this(name, operation, contentHash, Optional.empty());
        }

        private Named(Name name, String operation, byte[] contentHash, Optional<HttpRequest<Object>> asked) {
            this.name = name;
            this.operation = operation;
            this.contentHash = contentHash;
            this.asked = asked;
        }

        /** Whether the other is the same caller's under the same key. */
        public boolean isUnderTheKeyOf(Named other) {
            return name.equals(other.name);
        }

        private void markAsReplay() {
            asked.ifPresent(request -> request.setAttribute(REPLAYED, true));
        }
    }

    private record Name(UUID callerId, ByteBuffer key) {}

    private record Kept(Named request, UUID resourceId, Instant at) {

        Made answer(Named again) {
            if (!Arrays.equals(request.contentHash, again.contentHash)) {
                throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            }
            again.markAsReplay();
            return new Made(resourceId, true);
        }
    }

    private static final RowWriter<Kept> ROWS = new RowWriter<>(
            10,
            """
            INSERT INTO idempotency_key (
              caller_id, request_key, operation, content_hash, resource_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?)""",
            Comparator.comparing((Kept kept) -> kept.request().name.callerId()).thenComparing(kept -> kept.request().name.key()),
            (statement, kept) -> {
                statement.setBytes(1, UuidBytes.of(kept.request().name.callerId()));
                statement.setBytes(2, kept.request().name.key().array());
                statement.setString(3, kept.request().operation);
                statement.setBytes(4, kept.request().contentHash);
                statement.setBytes(5, UuidBytes.of(kept.resourceId()));
                statement.setObject(6, Sql.time(kept.at()));
            });

    /**
     * Reads a request before its transaction.
     *
     * @throws Problem {@code idempotency_key_missing}, {@code validation_failed} for one that is too long
     */
    public Named named(Request request) {
        UUID callerId = request.caller().actorId().orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
        byte[] hash = Hashes.sha256((request.operation() + "\n" + json.write(request.content()))
                .getBytes(StandardCharsets.UTF_8));
        return new Named(
                new Name(callerId, ByteBuffer.wrap(key(request.key()))),
                request.operation(),
                hash,
                ServerRequestContext.currentRequest());
    }

    private static byte[] key(Optional<String> header) {
        String key = header.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING));
        if (key.length() > LONGEST) {
            throw Problem.invalid("/Idempotency-Key", "size", 1, LONGEST);
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? bytes : Hashes.sha256(bytes);
    }

    /** An effect that may fail as JDBC does. */
    @FunctionalInterface
    public interface Effect {
        void have() throws SQLException;
    }

    /**
     * The requests of one transaction; new ones go out with its batch. They are taken to be new until somebody recalls them:
     * where one was answered before, the batch fails on its key, and the transaction starts over with all of them recalled.
     */
    public final class Desk {

        private final Connection connection;
        private final Collection<Named> requests;
        private final Map<Name, Kept> known = new HashMap<>();
        private boolean recalled;

        private Desk(Connection connection, Collection<Named> requests) {
            this.connection = connection;
            this.requests = requests;
        }

        /** Reads which of the requests were answered before, once for all; answers whether anything is known by it. */
        public boolean recall() throws SQLException {
            if (recalled) {
                return false;
            }
            recalled = true;
            Map<Name, Kept> before = kept(connection, requests);
            known.putAll(before);
            return !before.isEmpty();
        }

        /**
         * Has the effect once. A request whose effect fails leaves its key free.
         *
         * @param request one of those of the transaction
         * @param resourceId what is made, if this is the first
         * @throws Problem {@code idempotency_key_reused} when the first asked for something else
         */
        public Made once(Batch batch, Named request, UUID resourceId, Effect effect) throws SQLException {
            Kept first = known.get(request.name);
            if (first != null) {
                return first.answer(request);
            }
            effect.have();
            Kept kept = new Kept(request, resourceId, clock.now());
            known.put(request.name, kept);
            batch.add(ROWS, kept);
            return new Made(resourceId, false);
        }
    }

    /** The desk of a transaction in which these requests are; under the locks of what they change. */
    public Desk desk(Connection connection, Collection<Named> requests) {
        return new Desk(connection, requests);
    }

    /**
     * Has the effect once. Another request under the same key waits for the first to end; it then does nothing, or, where
     * the first failed, is the first.
     *
     * @param resourceId what is made, if this is the first
     * @param effect takes part in the transaction; gets the resource's id
     * @throws Problem {@code idempotency_key_missing}, {@code idempotency_key_reused} when the first asked for something
     *     else, {@code concurrent_request} when the first has not ended for 5 seconds
     */
    public Made once(Request request, UUID resourceId, Consumer<UUID> effect) {
        Named named = named(request);
        Instant since = clock.now();
        return transactions.write(connection -> {
            if (insert(connection, new Kept(named, resourceId, clock.now()), since)) {
                effect.accept(resourceId);
                return new Made(resourceId, false);
            }
            return Optional.ofNullable(kept(connection, List.of(named)).get(named.name))
                    .orElseThrow(() -> Problem.of(ProblemCode.CONCURRENT_REQUEST))
                    .answer(named);
        });
    }

    private boolean insert(Connection connection, Kept kept, Instant since) throws SQLException {
        Batch batch = new Batch();
        batch.add(ROWS, kept);
        try {
            batch.flush(connection);
            return true;
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            if (error.getErrorCode() == LOCK_WAIT_TIMED_OUT && since.plus(LONGEST_WAIT).isBefore(clock.now())) {
                throw Problem.of(ProblemCode.CONCURRENT_REQUEST);
            }
            throw error;
        }
    }

    private static Map<Name, Kept> kept(Connection connection, Collection<Named> requests) throws SQLException {
        Map<Name, Kept> found = new HashMap<>();
        if (requests.isEmpty()) {
            return found;
        }
        List<Named> asked = Sql.padded(requests);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT caller_id, request_key, operation, content_hash, resource_id, created_at
                FROM idempotency_key
                WHERE\s"""
                + String.join("\nOR ", Collections.nCopies(asked.size(), "caller_id = ? AND request_key = ?")))) {
            int place = 1;
            for (Named request : asked) {
                select.setBytes(place++, UuidBytes.of(request.name.callerId()));
                select.setBytes(place++, request.name.key().array());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Name name = new Name(Sql.id(row, "caller_id"), ByteBuffer.wrap(row.getBytes("request_key")));
                    Named request = new Named(name, row.getString("operation"), row.getBytes("content_hash"));
                    found.put(name, new Kept(request, Sql.id(row, "resource_id"), Sql.instant(row, "created_at")));
                }
            }
        }
        return found;
    }
}
