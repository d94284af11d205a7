package id.setia.products;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products as marketers see and correct them, each test with a partner of its own. */
@SetiaTest
class ProductsTest {

    @Inject
    BackOffice backOffice;

    @Inject
    TestShop shop;

    @Inject
    PartnerDirectory partners;

    @Inject
    ProductCatalogue catalogue;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    Browser marketer;
    UUID partner;
    String partnerId;

    @BeforeEach
    void open() {
        shop.open();
        marketer = backOffice.staff(Role.MARKETER);
        partner = partners.createPartner(
                        new Caller.Stranger(),
                        "p" + UUID.randomUUID().toString().replace("-", ""),
                        "Mitra",
                        false)
                .id();
        partnerId = PublicId.PARTNER.format(partner);
        learn(seen("101", "Bayam ikat", "Segar > Sayur"), seen("102", "Mangga 50% manis", "Segar > Buah"));
        learn(seen("201", "Rokok kretek", "Rokok"), seen("202", "Rokok putih", "Rokok > Putih"));
        learn(seen("203", "Rokokku, roti", "Rokokku"));
    }

    @Test
    void products_are_found_by_name_sku_and_category_page_by_page() {
        assertThat(skus("")).containsExactly("101", "102", "201", "202", "203");
        assertThat(skus("&query=rokok")).containsExactly("201", "202", "203");
        assertThat(skus("&query=20")).containsExactly("201", "202", "203");
        assertThat(skus("&query=50%25")).containsExactly("102");
        assertThat(skus("&category=Segar")).containsExactly("101", "102");
        assertThat(skus("&category=rokok")).containsExactly("201", "202");
        Browser.Answer first = list("&limit=3");
        assertThat(skus("&limit=3&cursor=" + first.text("nextCursor"))).containsExactly("202", "203");
    }

    @Test
    void a_product_is_corrected_and_receipts_teach_nothing_more_about_it() {
        String id = list("&query=101").json().get("items").get(0).get("productId").getStringValue();
        String path = "/api/v1/products/" + id;
        String tag = marketer.get(path).header("ETag");
        String body = """
                {"name": "Bayam hijau", "category": " Segar>Sayur > Daun ", "brand": "Kebun", "supplier": "CV Tani", "earns": false}""";

        Browser.Answer changed = marketer.put(path, tag, body);

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("category")).isEqualTo("Segar > Sayur > Daun");
        assertThat(changed.text("supplier")).isEqualTo("CV Tani");
        assertThat(marketer.put(path, tag, body).text("code")).isEqualTo("changed_meanwhile");
        learn(seen("101", "BAYAM", "Lain"));
        Product product = catalogue.products(partner, List.of("101")).get("101");
        assertThat(product.name()).isEqualTo("Bayam hijau");
        assertThat(product.earns()).isFalse();
        assertThat(product.corrected()).isTrue();
        assertThat(skus("&earns=false")).containsExactly("101");
    }

    @Test
    void a_whole_category_earns_nothing_with_what_is_below_it_and_what_is_yet_to_come() {
        Browser.Answer settled = settle("Rokok", false);

        assertThat(settled.json().get("changed").getLongValue()).isEqualTo(2);
        assertThat(skus("&earns=false")).containsExactly("201", "202");
        learn(seen("204", "Cerutu", "Rokok > Cerutu"));
        assertThat(catalogue.products(partner, List.of("204")).get("204").earns()).isFalse();
        assertThat(catalogue.isExcluded(partner, Optional.of("rokok > Elektrik"))).isTrue();
        assertThat(catalogue.isExcluded(partner, Optional.of("Rokokku"))).isFalse();
        assertThat(category("Rokok").get("excluded").getBooleanValue()).isTrue();
        assertThat(category("Rokok").get("products").getLongValue()).isEqualTo(3);
        assertThat(settle("Rokok", false).json().get("changed").getLongValue()).isZero();

        assertThat(settle("Rokok", true).json().get("changed").getLongValue()).isEqualTo(3);
        assertThat(catalogue.isExcluded(partner, Optional.of("Rokok"))).isFalse();
        assertThat(category("Rokok").get("withoutPoints").getLongValue()).isZero();
    }

    @Test
    void analysts_read_and_do_not_change() {
        Browser analyst = backOffice.staff(Role.ANALYST);

        assertThat(analyst.get("/api/v1/products?partnerId=" + partnerId).status()).isEqualTo(200);
        assertThat(analyst.put("/api/v1/products/categories", "", "{\"category\": \"Rokok\", \"earns\": false}").status())
                .isEqualTo(403);
    }

    @Test
    void who_is_no_partner_and_what_is_no_product_is_told_so() {
        assertThat(marketer.get("/api/v1/products?partnerId=par_00000000000000000000000000").text("code"))
                .isEqualTo("partner_not_found");
        assertThat(marketer.get("/api/v1/products/prd_nonsense").text("code")).isEqualTo("product_not_found");
        assertThat(settle(" > ", false).fieldCodes()).containsEntry("/category", "category_needed");
    }

    private Browser.Answer settle(String category, boolean earns) {
        return marketer.put("/api/v1/products/categories", "", """
                {"partnerId": "%s", "category": "%s", "earns": %s}""".formatted(partnerId, category, earns));
    }

    private JsonNode category(String name) {
        for (JsonNode category : marketer.get("/api/v1/products/categories?partnerId=" + partnerId).json().get("items").values()) {
            if (category.get("category").getStringValue().equals(name)) {
                return category;
            }
        }
        throw new AssertionError("no category " + name);
    }

    private List<String> skus(String filter) {
        List<String> skus = new ArrayList<>();
        list(filter).json().get("items").values().forEach(item -> skus.add(item.get("sku").getStringValue()));
        return skus;
    }

    private Browser.Answer list(String filter) {
        return marketer.get("/api/v1/products?partnerId=" + partnerId + filter);
    }

    private static SeenProduct seen(String sku, String name, String category) {
        return new SeenProduct(sku, name, Optional.of(category), Optional.empty());
    }

    private void learn(SeenProduct... seen) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            List<SeenProduct> all = List.of(seen);
            catalogue.learn(
                    batch,
                    partner,
                    all,
                    catalogue.products(partner, all.stream().map(SeenProduct::sku).toList()),
                    clock.now());
            batch.flush(connection);
            return null;
        });
    }
}
