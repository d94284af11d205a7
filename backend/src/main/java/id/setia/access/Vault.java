package id.setia.access;

import id.setia.kernel.DatabaseFailure;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must be recoverable: sealed with AES-256-GCM under a data key, which the master key wraps, and bound
 * to the table, row and column they stand in. Also makes keyed fingerprints of values that are only ever compared.
 */
@Singleton
public class Vault {

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;

    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SystemClock clock;
    private final SecretKey dataKey;

    Vault(MasterKey masterKey, Transactions transactions, SystemClock clock) {
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
        this.dataKey = find().orElseGet(this::make);
    }

    /** The content sealed for one place: the data key's version, then what opens only there. */
    public byte[] seal(byte[] plain, String table, String row, String column) {
        byte[] sealed = AesGcm.seal(dataKey, plain, place(table, row, column));
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(VERSION)
                .put(sealed)
                .array();
    }

    /**
     * What was sealed for the place.
     *
     * @throws IllegalStateException when it was changed, or stands in another place
     */
    public byte[] open(byte[] sealed, String table, String row, String column) {
        int version = ByteBuffer.wrap(sealed).getInt();
        if (version != VERSION) {
            throw new IllegalStateException("no data key of version " + version);
        }
        return AesGcm.open(dataKey, Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length), place(table, row, column));
    }

    /** A keyed hash of a value that is easily guessed (a code, an e-mail), different for each purpose. */
    public byte[] fingerprint(String purpose, String value) {
        return Hashes.hmac(Hashes.hmac(dataKey.getEncoded(), purpose), value);
    }

    private static String place(String table, String row, String column) {
        return table + "/" + row + "/" + column;
    }

    private Optional<SecretKey> find() {
        return transactions
                .read(connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement("SELECT wrapped FROM data_key WHERE version = ?")) {
                        select.setInt(1, VERSION);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next() ? Optional.of(row.getBytes("wrapped")) : Optional.<byte[]>empty();
                        }
                    }
                })
                .map(this::unwrap);
    }

    private SecretKey unwrap(byte[] wrapped) {
        try {
            return new SecretKeySpec(AesGcm.open(masterKey.key(), wrapped, place("data_key", "1", "wrapped")), "AES");
        } catch (IllegalStateException error) {
            throw new IllegalStateException(
                    "the key file " + masterKey.file() + " is not the one this database was made with", error);
        }
    }

    private SecretKey make() {
        byte[] key = Hashes.random(KEY_BYTES);
        byte[] wrapped = AesGcm.seal(masterKey.key(), key, place("data_key", "1", "wrapped"));
        try {
            transactions.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO data_key (version, wrapped, created_at) VALUES (?, ?, ?)")) {
                    insert.setInt(1, VERSION);
                    insert.setBytes(2, wrapped);
                    insert.setObject(3, Sql.time(clock.now()));
                    return insert.executeUpdate();
                }
            });
            return new SecretKeySpec(key, "AES");
        } catch (DatabaseFailure error) {
            if (!Sql.isDuplicateKey(error)) {
                throw error;
            }
            return find().orElseThrow();
        }
    }
}
