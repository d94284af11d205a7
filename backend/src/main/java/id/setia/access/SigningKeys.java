package id.setia.access;

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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The RSA keys that sign tokens: made once, kept sealed; the newest signs, all that are not retired verify. */
@Singleton
class SigningKeys {

    private static final int BITS = 2048;
    private static final Duration BETWEEN_LOADS = Duration.ofSeconds(2);

    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private volatile Map<String, SigningKey> keys = Map.of();
    private volatile Instant loadedAt = Instant.EPOCH;

    SigningKeys(Vault vault, Transactions transactions, SystemClock clock) {
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        load();
        if (keys.isEmpty()) {
            make();
            load();
        }
    }

    SigningKey newest() {
        SigningKey newest = null;
        for (SigningKey key : keys.values()) {
            newest = key;
        }
        return newest;
    }

    /** The key of the id; one made by another node is found, too. */
    Optional<SigningKey> key(String kid) {
        if (!keys.containsKey(kid) && clock.now().isAfter(loadedAt.plus(BETWEEN_LOADS))) {
            load();
        }
        return Optional.ofNullable(keys.get(kid));
    }

    private void load() {
        keys = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT kid, sealed_key
                            FROM signing_key
                            WHERE retired_at IS NULL
                            ORDER BY created_at, kid""");
                    ResultSet row = select.executeQuery()) {
                Map<String, SigningKey> found = new LinkedHashMap<>();
                while (row.next()) {
                    String kid = row.getString("kid");
                    found.put(kid, open(kid, row.getBytes("sealed_key")));
                }
                return found;
            }
        });
        loadedAt = clock.now();
    }

    private SigningKey open(String kid, byte[] sealed) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey privateKey = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(vault.open(sealed, "signing_key", kid, "sealed_key")));
            RSAPublicKey publicKey = (RSAPublicKey) factory.generatePublic(
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
            return new SigningKey(kid, publicKey, privateKey);
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    private void make() {
        KeyPair pair = generate();
        String kid = Hashes.text(Hashes.random(12));
        byte[] sealed = vault.seal(pair.getPrivate().getEncoded(), "signing_key", kid, "sealed_key");
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO signing_key (kid, sealed_key, created_at, retired_at) VALUES (?, ?, ?, NULL)")) {
                insert.setString(1, kid);
                insert.setBytes(2, sealed);
                insert.setObject(3, Sql.time(clock.now()));
                return insert.executeUpdate();
            }
        });
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
}
