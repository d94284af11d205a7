package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/** What an import of products has come to; each row is counted once. */
@Serdeable
record ProductTally(long added, long changed, long unchanged, long refused) {

    static final ProductTally NOTHING = new ProductTally(0, 0, 0, 0);

    long rows() {
        return added + changed + unchanged + refused;
    }

    ProductTally plus(ProductTally more) {
        return new ProductTally(
                added + more.added, changed + more.changed, unchanged + more.unchanged, refused + more.refused);
    }
}
