package id.setia.products;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.UuidBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** How a product is named outside: {@code prd_} and its partner and SKU in URL-safe base 64; opaque to callers. */
record ProductKey(UUID partnerId, String sku) {

    private static final String PREFIX = "prd_";
    private static final int ID_BYTES = 16;
    private static final int MOST_SKU_BYTES = 64;

    String format() {
        byte[] code = sku.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + code.length)
                .put(UuidBytes.of(partnerId))
                .put(code)
                .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Problem {@code product_not_found} for what names no product */
    static ProductKey parse(String text) {
        try {
            if (!text.startsWith(PREFIX)) {
                throw Problem.of(ProblemCode.PRODUCT_NOT_FOUND);
            }
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            if (bytes.length <= ID_BYTES || bytes.length > ID_BYTES + MOST_SKU_BYTES) {
                throw Problem.of(ProblemCode.PRODUCT_NOT_FOUND);
            }
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return new ProductKey(
                    new UUID(id.getLong(), id.getLong()),
                    new String(bytes, ID_BYTES, bytes.length - ID_BYTES, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException error) {
            throw Problem.of(ProblemCode.PRODUCT_NOT_FOUND);
        }
    }
}
