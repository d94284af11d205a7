package id.setia.program;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.Optional;

/** Pictures uploaded as the programme's logo. Earlier ones stay, since pages that are open may still show them. */
@Singleton
public class ProgramLogos {

    private static final int NAME_BYTES = 16;

    private final Transactions transactions;
    private final SystemClock clock;

    ProgramLogos(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A picture and what it is. */
    public record Stored(String mediaType, byte[] content) {}

    /** Keeps a picture under a name that follows from its bytes. */
    public ProgramLook.Logo keep(LogoImage image, byte[] content) {
        String name = name(content);
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO program_logo (name, media_type, content, uploaded_at)
                    VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE uploaded_at = VALUES(uploaded_at)""")) {
                upsert.setString(1, name);
                upsert.setString(2, image.mediaType());
                upsert.setBytes(3, content);
                upsert.setObject(4, Sql.time(clock.now()));
                return upsert.executeUpdate();
            }
        });
        return new ProgramLook.Logo(name, image.width(), image.height());
    }

    private static String name(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }

    public Optional<Stored> find(String name) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT media_type, content FROM program_logo WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Stored(row.getString("media_type"), row.getBytes("content")))
                            : Optional.empty();
                }
            }
        });
    }
}
