package id.setia.webhooks;

import id.setia.access.Vault;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Secrets of endpoints: 256 random bits, sealed, shown once; at most two of an endpoint sign at a time. */
@Singleton
class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    WebhookSecrets(Vault vault, Transactions transactions, SystemClock clock, IdMaker ids) {
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A secret that was just made.
     *
     * @param text as it is shown, {@code whsec_…}
     */
    record Made(UUID id, String text) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** Gives an endpoint its first secret, in the running transaction. */
    Made first(Connection connection, UUID endpointId) throws SQLException {
        return make(connection, endpointId, ids.next());
    }

    private Made make(Connection connection, UUID endpointId, UUID id) throws SQLException {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        byte[] sealed = vault.seal(secret, "webhook_secret", id.toString(), "sealed");
        SecretRows.insert(
                connection, new WebhookSecret(endpointId, id, sealed, clock.now(), Optional.empty()));
        return new Made(id, text(secret));
    }

    private static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * A secret as it was told when it was made.
     *
     * @throws Problem {@code webhook_secret_not_found} when it signs no more
     */
    Made made(Connection connection, UUID endpointId, UUID id) throws SQLException {
        return live(connection, endpointId).stream()
                .filter(secret -> secret.id().equals(id))
                .findFirst()
                .map(secret -> new Made(id, text(opened(secret))))
                .orElseThrow(() -> Problem.of(ProblemCode.WEBHOOK_SECRET_NOT_FOUND));
    }

    private byte[] opened(WebhookSecret secret) {
        return vault.open(secret.sealed(), "webhook_secret", secret.id().toString(), "sealed");
    }

    /** Gives an endpoint a new secret; the newest one before signs beside it for a while, an older one no more. */
    Made another(Connection connection, UUID endpointId, UUID id, Duration overlap) throws SQLException {
        Instant now = clock.now();
        List<WebhookSecret> before = SecretRows.of(connection, endpointId);
        for (int index = 0; index < before.size(); index++) {
            WebhookSecret secret = before.get(index);
            if (index == 0 && !overlap.isZero() && secret.isLive(now)) {
                SecretRows.expire(connection, secret, now.plus(overlap));
            } else {
                SecretRows.delete(connection, secret);
            }
        }
        return make(connection, endpointId, id);
    }

    /**
     * Ends a secret at once.
     *
     * @throws Problem {@code webhook_secret_not_found}, {@code last_webhook_secret}
     */
    void end(Connection connection, UUID endpointId, UUID secretId) throws SQLException {
        List<WebhookSecret> live = live(connection, endpointId);
        WebhookSecret ending = live.stream()
                .filter(secret -> secret.id().equals(secretId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.WEBHOOK_SECRET_NOT_FOUND));
        if (live.stream().noneMatch(secret -> !secret.equals(ending) && secret.expiresAt().isEmpty())) {
            throw Problem.of(ProblemCode.LAST_WEBHOOK_SECRET);
        }
        SecretRows.delete(connection, ending);
    }

    /** The secrets an endpoint's events are signed with now, the newest first. */
    List<WebhookSecret> live(Connection connection, UUID endpointId) throws SQLException {
        Instant now = clock.now();
        return SecretRows.of(connection, endpointId).stream().filter(secret -> secret.isLive(now)).toList();
    }

    /** The same, to sign with. */
    List<byte[]> keys(UUID endpointId) {
        return transactions.read(connection -> live(connection, endpointId)).stream()
                .map(this::opened)
                .toList();
    }
}
