package id.setia.points;

import id.setia.access.Vault;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the seal: derived from the data key, which only the master key outside the database opens. Makes codes by
 * HMAC-SHA-256 over values that each carry their length, so that no two rows read alike.
 */
@Singleton
class SealKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    SealKey(Vault vault) {
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(vault.fingerprint("ledger-seal", "1"), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A code to be made, told apart from others by what it is for. */
    Writer code(String purpose) {
        try {
            return new Writer((Mac) keyed.clone()).add(purpose);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The code of a rule version. */
    SealSum rule(String table, List<String> version) {
        Writer code = code(table);
        version.forEach(code::add);
        return SealSum.of(code.end());
    }

    /** A mask for a sum, used for one place and one seal only. */
    SealSum mask(String place, UUID member, long sealNumber) {
        return SealSum.of(code("mask").add(place).add(UuidBytes.of(member)).add(sealNumber).end());
    }

    /** A code in the making; small values are gathered before they are worked in. */
    static final class Writer {

        private static final int GATHERED = 512;

        private final Mac mac;
        private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED);

        private Writer(Mac mac) {
            this.mac = mac;
        }

        Writer add(byte[] value) {
            if (value == null) {
                room(Integer.BYTES).putInt(-1);
                return this;
            }
            room(Integer.BYTES).putInt(value.length);
            if (value.length > GATHERED) {
                workIn();
                mac.update(value);
            } else {
                room(value.length).put(value);
            }
            return this;
        }

        Writer add(String value) {
            return add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        Writer add(long value) {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
            return this;
        }

        Writer add(Instant value) {
            return value == null ? add((byte[]) null) : add(value.getEpochSecond()).add(value.getNano() / 1_000);
        }

        byte[] end() {
            workIn();
            return mac.doFinal();
        }

        private ByteBuffer room(int bytes) {
            if (gathered.remaining() < bytes) {
                workIn();
            }
            return gathered;
        }

        private void workIn() {
            mac.update(gathered.array(), 0, gathered.position());
            gathered.clear();
        }
    }
}
