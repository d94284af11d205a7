package id.setia.posting;

import id.setia.kernel.FieldError;
import id.setia.kernel.JsonText;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed batch as a till made it: a JSON Web Signature in its compact form (RFC 7515) by {@code EdDSA} over Ed25519
 * (RFC 8037). Not yet verified.
 *
 * @param terminalId the till its key is named after
 * @param keyNumber which key of that till
 * @param number counts the batches under the key from 1
 * @param previous the hash of the batch before
 * @param signed the very bytes that were signed
 * @param content what stands in the batch, JSON as bytes
 * @param signature 64 bytes where it is one
 */
record SignedEnvelope(
        UUID terminalId, int keyNumber, long number, byte[] previous, byte[] signed, byte[] content, byte[] signature) {

    static final int HASH_BYTES = 32;
    static final long LAST_NUMBER = 999_999_999_999L;

    private static final Base64.Decoder BASE_64 = Base64.getUrlDecoder();

    /**
     * Reads the text.
     *
     * @throws Problem with {@code jws_malformed}, or {@code jws_header} naming the member of the header that does not fit
     */
    static SignedEnvelope read(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw Problem.invalid("/batch", "jws_malformed");
        }
        byte[] head = decoded(parts[0]);
        byte[] content = decoded(parts[1]);
        byte[] signature = decoded(parts[2]);
        JsonNode header = object(head);
        if (!text(header, "alg").filter("EdDSA"::equals).isPresent()) {
            throw header("alg");
        }
        if (header.get("crit") != null) {
            throw header("crit");
        }
        String[] key = text(header, "kid").orElseThrow(() -> header("kid")).split("\\.", -1);
        if (key.length != 2 || !key[1].matches("[1-9][0-9]{0,8}")) {
            throw header("kid");
        }
        byte[] previous = text(header, "previous").flatMap(SignedEnvelope::hash).orElseThrow(() -> header("previous"));
        return new SignedEnvelope(
                PublicId.TERMINAL.parse(key[0]).orElseThrow(() -> header("kid")),
                Integer.parseInt(key[1]),
                number(header),
                previous,
                (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                content,
                signature);
    }

    /** One form for the same bytes, so that nobody makes another text of a batch. */
    private static byte[] decoded(String part) {
        try {
            byte[] bytes = BASE_64.decode(part);
            if (written(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException error) {
            // Told below.
        }
        throw Problem.invalid("/batch", "jws_malformed");
    }

    private static JsonNode object(byte[] head) {
        return JsonText.read(head).filter(JsonNode::isObject).orElseThrow(() -> Problem.invalid("/batch", "jws_malformed"));
    }

    private static Problem header(String member) {
        return Problem.invalid(List.of(new FieldError("/batch", "jws_header", List.of(member))));
    }

    private static Optional<String> text(JsonNode header, String member) {
        return Optional.ofNullable(header.get(member)).filter(JsonNode::isString).map(JsonNode::getStringValue);
    }

    private static Optional<byte[]> hash(String text) {
        try {
            return Optional.of(BASE_64.decode(text)).filter(bytes -> bytes.length == HASH_BYTES);
        } catch (IllegalArgumentException error) {
            return Optional.empty();
        }
    }

    private static long number(JsonNode header) {
        JsonNode number = header.get("number");
        if (number == null || !number.isNumber() || !number.coerceStringValue().matches("[1-9][0-9]{0,11}")) {
            throw header("number");
        }
        return Long.parseLong(number.coerceStringValue());
    }

    /** What the next batch names as {@code previous}: SHA-256 of the bytes that were signed. */
    byte[] hash() {
        return sha256(signed);
    }

    /** What the first batch under a key names: SHA-256 of its 32 raw bytes. */
    static byte[] beginning(byte[] publicKey) {
        return sha256(publicKey);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Bytes as they are written: base64url without padding, of which there is one form. */
    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    boolean follows(byte[] hash) {
        return Arrays.equals(previous, hash);
    }

    static String kid(UUID terminalId, int keyNumber) {
        return PublicId.TERMINAL.format(terminalId) + "." + keyNumber;
    }
}
