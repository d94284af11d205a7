package id.setia.access;

import java.util.HexFormat;

/** Secrets of API clients: 256 random bits, shown once and kept as SHA-256. */
public final class ClientSecrets {

    private static final int ID_BYTES = 6;

    private ClientSecrets() {}

    /** A new secret. */
    public static String make() {
        return Hashes.randomToken();
    }

    /** What is stored of a secret. */
    public static byte[] hash(String secret) {
        return Hashes.sha256(secret);
    }

    /** The first twelve hexadecimal digits of what is stored: who has the secret can reckon them, and nobody can go back. */
    public static String id(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }
}
