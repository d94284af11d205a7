package id.setia.products;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SetiaTest
class ProductCatalogueTest {

    @Inject
    ProductCatalogue catalogue;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Test
    void a_product_is_learnt_from_the_first_line_that_shows_it() {
        UUID partner = ids.next();

        learn(partner, seen("899100", "Beras 5 kg"));
        learn(partner, seen("899100", "BERAS PREMIUM"));

        assertThat(catalogue.products(partner, List.of("899100", "000")))
                .hasSize(1)
                .extractingByKey("899100")
                .satisfies(product -> {
                    assertThat(product.name()).isEqualTo("Beras 5 kg");
                    assertThat(product.category()).contains("Makanan");
                    assertThat(product.brand()).contains("Rojolele");
                    assertThat(product.earns()).isTrue();
                    assertThat(product.corrected()).isFalse();
                });
    }

    @Test
    void two_batches_that_meet_the_same_new_product_both_succeed() {
        UUID partner = ids.next();
        Batch first = new Batch();
        Batch second = new Batch();
        catalogue.learn(first, partner, List.of(seen("1", "Satu"), seen("1", "Satu lagi")), Map.of(), clock.now());
        catalogue.learn(second, partner, List.of(seen("1", "Lain"), seen("2", "Dua")), Map.of(), clock.now());

        flush(first);
        flush(second);

        assertThat(catalogue.products(partner, List.of("1", "2")).values())
                .extracting(Product::name)
                .containsExactlyInAnyOrder("Satu", "Dua");
    }

    @Test
    void a_sku_is_known_by_its_exact_form_and_by_partner() {
        UUID partner = ids.next();
        learn(partner, seen("0012a", "Kopi"));

        assertThat(catalogue.products(partner, List.of("12a", "0012A"))).isEmpty();
        assertThat(catalogue.products(ids.next(), List.of("0012a"))).isEmpty();
    }

    @Test
    void a_correction_holds_against_later_lines() {
        UUID partner = ids.next();
        learn(partner, seen("77", "Rokok kretek"));

        catalogue.correct(
                partner, "77", Optional.empty(), Optional.of("Tembakau"), Optional.empty(), Optional.of(false));
        learn(partner, seen("77", "Rokok"));

        Product product = catalogue.products(partner, List.of("77")).get("77");
        assertThat(product.earns()).isFalse();
        assertThat(product.corrected()).isTrue();
        assertThat(product.name()).isEqualTo("Rokok kretek");
        assertThat(product.category()).contains("Tembakau");
        assertThat(product.brand()).contains("Rojolele");
    }

    @Test
    void many_are_corrected_at_once_seen_or_not() {
        UUID partner = ids.next();
        List<ProductCorrection> corrections = IntStream.range(0, 1_203)
                .mapToObj(number -> new ProductCorrection(
                        partner,
                        "sku-" + number,
                        Optional.empty(),
                        Optional.of("Kategori " + number % 7),
                        Optional.empty(),
                        Optional.empty()))
                .toList();

        catalogue.correctAll(corrections);

        Map<String, Product> products = catalogue.products(
                partner, corrections.stream().map(ProductCorrection::sku).toList());
        assertThat(products).hasSize(1_203);
        assertThat(products.get("sku-1202").category()).contains("Kategori 5");
        assertThat(products.get("sku-1202").name()).isEqualTo("sku-1202");
        assertThat(products.get("sku-1202").earns()).isTrue();
    }

    private static SeenProduct seen(String sku, String name) {
        return new SeenProduct(sku, name, Optional.of("Makanan"), Optional.of("Rojolele"));
    }

    private void learn(UUID partner, SeenProduct seen) {
        Batch batch = new Batch();
        catalogue.learn(
                batch, partner, List.of(seen), catalogue.products(partner, List.of(seen.sku())), clock.now());
        flush(batch);
    }

    private void flush(Batch batch) {
        transactions.write(connection -> {
            batch.flush(connection);
            return null;
        });
    }
}
