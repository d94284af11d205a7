package id.setia.access;

/** Secrets of API clients: 256 random bits, shown once and kept as SHA-256. */
public final class ClientSecrets {

    private ClientSecrets() {}

    /** A new secret. */
    public static String make() {
        return Hashes.randomToken();
    }

    /** What is stored of a secret. */
    public static byte[] hash(String secret) {
        return Hashes.sha256(secret);
    }
}
