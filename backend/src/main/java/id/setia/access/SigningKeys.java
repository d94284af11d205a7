package id.setia.access;

import id.setia.kernel.Epochs;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The RSA keys of tokens, kept sealed: the latest whose time has come signs, all that are not retired verify. Every node
 * knows within two seconds of a key that was made or retired.
 */
@Singleton
class SigningKeys {

    private static final String EPOCH = "signing_keys";
    private static final int BITS = 2048;

    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private final Epochs epochs;
    private final KeptInMemory<Map<String, SigningKey>> memory;

    SigningKeys(Vault vault, Transactions transactions, SystemClock clock, Epochs epochs) {
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.epochs = epochs;
        this.memory = new KeptInMemory<>(EPOCH, epochs, transactions, clock, this::read);
        if (all(clock.now()).isEmpty()) {
            make(clock.now());
        }
    }

    /** In the order in which they sign. */
    private Map<String, SigningKey> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT kid, sealed_key, created_at, COALESCE(signs_from, created_at) AS starts
                        FROM signing_key
                        WHERE retired_at IS NULL
                        ORDER BY starts, kid""");
                ResultSet row = select.executeQuery()) {
            Map<String, SigningKey> found = new LinkedHashMap<>();
            while (row.next()) {
                SigningKey key = open(
                        row.getString("kid"),
                        row.getBytes("sealed_key"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "starts"));
                found.put(key.kid(), key);
            }
            return found;
        }
    }

    private SigningKey open(String kid, byte[] sealed, Instant createdAt, Instant signsFrom) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey privateKey = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(vault.open(sealed, "signing_key", kid, "sealed_key")));
            RSAPublicKey publicKey = (RSAPublicKey) factory.generatePublic(
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
            return new SigningKey(kid, publicKey, privateKey, createdAt, signsFrom);
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    /** All that verify, in the order in which they sign. */
    Collection<SigningKey> all(Instant now) {
        return memory.get(now).values();
    }

    /** The one that signs; where none's time has come, the first to sign. */
    SigningKey signing(Instant now) {
        SigningKey signing = null;
        for (SigningKey key : all(now)) {
            if (signing == null || !key.signsFrom().isAfter(now)) {
                signing = key;
            }
        }
        return signing;
    }

    /** Whether a key that was good still is. */
    boolean verifies(String kid, Instant now) {
        return memory.get(now).containsKey(kid);
    }

    /** The key of the id; one that another node made just now is found, too. */
    Optional<SigningKey> key(String kid, Instant now) {
        SigningKey known = memory.get(now).get(kid);
        if (known == null) {
            memory.lookAgain();
            known = memory.get(now).get(kid);
        }
        return Optional.ofNullable(known);
    }

    /** Reads the keys anew after a change that was part of a larger transaction. */
    void refresh() {
        memory.refresh();
    }

    /**
     * Makes a key.
     *
     * @return its id
     */
    String make(Instant signsFrom) {
        KeyPair pair = generate();
        String kid = Hashes.text(Hashes.random(12));
        byte[] sealed = vault.seal(pair.getPrivate().getEncoded(), "signing_key", kid, "sealed_key");
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO signing_key (kid, sealed_key, created_at, signs_from, retired_at)
                    VALUES (?, ?, ?, ?, NULL)""")) {
                insert.setString(1, kid);
                insert.setBytes(2, sealed);
                insert.setObject(3, Sql.time(clock.now()));
                insert.setObject(4, Sql.time(signsFrom));
                insert.executeUpdate();
            }
            epochs.advance(EPOCH);
            return null;
        });
        memory.refresh();
        return kid;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Takes keys out of use: what they signed is refused, and nobody can sign by them again, since they are gone. */
    void retire(Collection<String> kids) {
        if (kids.isEmpty()) {
            return;
        }
        transactions.write(connection -> {
            for (String kid : kids) {
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE signing_key SET retired_at = ?, sealed_key = ? WHERE kid = ? AND retired_at IS NULL")) {
                    update.setObject(1, Sql.time(clock.now()));
                    update.setBytes(2, new byte[0]);
                    update.setString(3, kid);
                    update.executeUpdate();
                }
            }
            epochs.advance(EPOCH);
            return null;
        });
        memory.refresh();
    }
}
