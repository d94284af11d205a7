package id.setia.products;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Batch;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The door to what is sold. */
@Singleton
public class ProductCatalogue {

    private static final int CHUNK = 1_000;

    private final Products products;
    private final Transactions transactions;
    private final SystemClock clock;
    private final CategoryExclusions exclusions;
    private final AuditTrail audit;

    ProductCatalogue(
            Products products,
            CategoryExclusions exclusions,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock) {
        this.products = products;
        this.exclusions = exclusions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The partner's products by SKU; those not known are missing. */
    public Map<String, Product> products(UUID partnerId, Collection<String> skus) {
        return products.find(partnerId, skus);
    }

    /** Adds the partner's products to the sheaf; known, by SKU, once that is read. */
    public Map<String, Product> read(UUID partnerId, Collection<String> skus, Sheaf sheaf) {
        return Products.read(partnerId, skus, sheaf);
    }

    /**
     * Adds products seen for the first time to the batch. One that is known, or that another batch adds meanwhile, stays
     * as it is.
     */
    public void learn(
            Batch batch, UUID partnerId, Collection<SeenProduct> seen, Map<String, Product> known, Instant now) {
        for (SeenProduct product : seen) {
            if (!known.containsKey(product.sku())) {
                products.learn(batch, partnerId, product, !isExcluded(partnerId, product.category()), now);
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
            known.put(
                    correction.sku(), correction.of(Optional.ofNullable(known.get(correction.sku())), clock.now()));
        }
        products.correct(known.values(), clock.now());
    }

    /** Whether nothing of the category earns, be the product known or not. */
    public boolean isExcluded(UUID partnerId, Optional<String> category) {
        return category.filter(path -> exclusions.covers(partnerId, path)).isPresent();
    }

    /** The partner's products by SKU, locked until the running transaction ends. */
    public Map<String, Product> lock(UUID partnerId, Collection<String> skus) {
        return products.lock(partnerId, skus);
    }

    /** Writes products, locked before, as they are now known to be. */
    public void restate(Collection<Product> restated) {
        products.correct(restated, clock.now());
    }

    /**
     * Changes one product.
     *
     * @throws Problem {@code product_not_found}; {@code changed_meanwhile}
     */
    Product change(Caller by, UUID partnerId, String sku, UnaryOperator<Product> change, Version from) {
        return transactions.write(connection -> {
            Product present = Optional.ofNullable(products.lock(partnerId, List.of(sku)).get(sku))
                    .orElseThrow(() -> Problem.of(ProblemCode.PRODUCT_NOT_FOUND));
            from.mustBe(present.version().number());
            Product changed = change.apply(present);
            products.correct(List.of(changed), clock.now());
            audit.record(
                    by,
                    "product.changed",
                    "partner",
                    partnerId,
                    "sku",
                    sku,
                    "name",
                    changed.name(),
                    "category",
                    changed.category().orElse(""),
                    "brand",
                    changed.brand().orElse(""),
                    "supplier",
                    changed.supplier().orElse(""),
                    "earns",
                    Boolean.toString(changed.earns()));
            return products.find(partnerId, List.of(sku)).get(sku);
        });
    }

    /**
     * Says of a whole category, with everything below it and whatever is yet to come, whether it earns.
     *
     * @return how many products changed
     */
    public long settle(Caller by, UUID partnerId, String category, boolean earns) {
        transactions.write(connection -> {
            if (earns) {
                exclusions.remove(partnerId, category);
            } else {
                exclusions.add(partnerId, category);
            }
            audit.record(
                    by,
                    "category.settled",
                    "partner",
                    partnerId,
                    "category",
                    category,
                    "earns",
                    Boolean.toString(earns));
            return null;
        });
        exclusions.forget();
        return settleProducts(new ProductFilter(partnerId, Optional.empty(), Optional.of(category), Optional.of(!earns)));
    }

    /** Chunk by chunk; what was changed no longer fits the filter. */
    private long settleProducts(ProductFilter others) {
        long changed = 0;
        int count;
        do {
            count = transactions.write(connection -> {
                List<String> skus =
                        products.list(others, "", CHUNK).stream().map(Product::sku).toList();
                Collection<Product> locked = products.lock(others.partnerId(), skus).values();
                products.correct(
                        locked.stream()
                                .map(product -> product.earning(!others.earns().orElseThrow()))
                                .toList(),
                        clock.now());
                return locked.size();
            });
            changed += count;
        } while (count > 0);
        return changed;
    }

    Page<Product> list(ProductFilter filter, String afterSku, int limit) {
        return Page.of(products.list(filter, afterSku, limit), limit, product -> Cursor.of(product.sku()));
    }

    /** Every category there is or that is said to earn nothing, with those above it, in their order. */
    List<CategoryResponse> categories(UUID partnerId) {
        Map<String, CategoryCount> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (CategoryCount count : products.categories(partnerId)) {
            for (String path : CategoryPath.upwards(count.category())) {
                counts.merge(
                        path,
                        new CategoryCount(path, count.products(), count.earning()),
                        (one, other) -> new CategoryCount(
                                one.category(), one.products() + other.products(), one.earning() + other.earning()));
            }
        }
        exclusions.of(partnerId).forEach(path -> counts.putIfAbsent(path, new CategoryCount(path, 0, 0)));
        return counts.values().stream()
                .map(count -> new CategoryResponse(
                        count.category(),
                        count.products(),
                        count.products() - count.earning(),
                        exclusions.covers(partnerId, count.category())))
                .toList();
    }
}
