package id.setia.products;

import id.setia.kernel.Batch;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to what is sold. */
@Singleton
public class ProductCatalogue {

    private static final int CHUNK = 1_000;

    private final Products products;
    private final Transactions transactions;
    private final SystemClock clock;

    ProductCatalogue(Products products, Transactions transactions, SystemClock clock) {
        this.products = products;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The partner's products by SKU; those not known are missing. */
    public Map<String, Product> products(UUID partnerId, Collection<String> skus) {
        return products.find(partnerId, skus);
    }

    /**
     * Adds products seen for the first time to the batch. One that is known, or that another batch adds meanwhile, stays
     * as it is.
     */
    public void learn(
            Batch batch, UUID partnerId, Collection<SeenProduct> seen, Map<String, Product> known, Instant now) {
        for (SeenProduct product : seen) {
            if (!known.containsKey(product.sku())) {
                products.learn(batch, partnerId, product, now);
            }
        }
    }

    /** Says what a product is; from then on the lines of purchases teach nothing more about it. */
    public void correct(
            UUID partnerId,
            String sku,
            Optional<String> name,
            Optional<String> category,
            Optional<String> brand,
            Optional<Boolean> earns) {
        correctAll(List.of(new ProductCorrection(partnerId, sku, name, category, brand, earns)));
    }

    /** Says what many products are, all or none. */
    public void correctAll(List<ProductCorrection> corrections) {
        transactions.write(connection -> {
            corrections.stream()
                    .collect(Collectors.groupingBy(ProductCorrection::partnerId))
                    .forEach(this::correctAll);
            return null;
        });
    }

    private void correctAll(UUID partnerId, List<ProductCorrection> corrections) {
        for (int from = 0; from < corrections.size(); from += CHUNK) {
            correctChunk(partnerId, corrections.subList(from, Math.min(from + CHUNK, corrections.size())));
        }
    }

    private void correctChunk(UUID partnerId, List<ProductCorrection> corrections) {
        Map<String, Product> known = products.lock(
                partnerId, corrections.stream().map(ProductCorrection::sku).toList());
        for (ProductCorrection correction : corrections) {
            known.put(correction.sku(), correction.of(Optional.ofNullable(known.get(correction.sku()))));
        }
        products.correct(known.values(), clock.now());
    }
}
