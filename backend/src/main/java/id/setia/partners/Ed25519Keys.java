package id.setia.partners;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Public keys of Ed25519 (RFC 8032) in their raw form of 32 bytes. */
final class Ed25519Keys {

    static final int LENGTH = 32;

    /** What stands before the raw key in its X.509 form (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger OF_ORDER_8 =
            new BigInteger("2707385501144840649318225287225658788936804267575313519463743609750303402022");

    /** The y of the eight points whose order divides eight: under these, signatures can be made without a private key. */
    private static final Set<BigInteger> WEAK = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            OF_ORDER_8,
            PRIME.subtract(OF_ORDER_8));

    private Ed25519Keys() {}

    /** The raw key written in base 64, with either alphabet and with or without padding; nothing where it is no usable key. */
    static Optional<byte[]> parse(String text) {
        try {
            String urlSafe = text.strip().replace('+', '-').replace('/', '_').replaceAll("=+$", "");
            byte[] raw = Base64.getUrlDecoder().decode(urlSafe);
            return raw.length == LENGTH && isUsable(raw) ? Optional.of(raw) : Optional.empty();
        } catch (IllegalArgumentException error) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(byte[] raw) {
        BigInteger y = y(raw);
        if (y.compareTo(PRIME) >= 0 || WEAK.contains(y)) {
            return false;
        }
        try {
            verifier(raw);
            return true;
        } catch (InvalidKeyException error) {
            return false;
        }
    }

    /** Little-endian; the highest bit is the sign of x. */
    private static BigInteger y(byte[] raw) {
        byte[] bigEndian = new byte[LENGTH];
        for (int index = 0; index < LENGTH; index++) {
            bigEndian[index] = raw[LENGTH - 1 - index];
        }
        bigEndian[0] &= 0x7f;
        return new BigInteger(1, bigEndian);
    }

    /** Whether the signature is that of the content under the key. */
    static boolean verify(byte[] raw, byte[] content, byte[] signature) {
        try {
            Signature verifier = verifier(raw);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException error) {
            return false;
        }
    }

    /** @throws InvalidKeyException where the bytes are no point of the curve */
    private static Signature verifier(byte[] raw) throws InvalidKeyException {
        byte[] encoded = new byte[PREFIX.length + LENGTH];
        System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
        System.arraycopy(raw, 0, encoded, PREFIX.length, LENGTH);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            return verifier;
        } catch (InvalidKeyException error) {
            throw error;
        } catch (GeneralSecurityException error) {
            throw new InvalidKeyException(error);
        }
    }
}
