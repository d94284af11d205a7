package id.setia.platform;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tills and partners read of the program itself. */
@SetiaTest
class CatalogueTest {

    @Inject
    TestTills tills;

    @Inject
    BusinessClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/program/tiers", "/api/v1/program/rules", "/api/v1/program/offers"})
    void who_has_the_list_is_told_that_nothing_has_changed(String path) {
        Browser system = tills.system();
        Browser.Answer first = system.get(path);
        assertThat(first.status()).as(first.body()).isEqualTo(200);

        Browser.Answer again = system.with("If-None-Match", first.header("ETag")).get(path);
        Browser.Answer other = system.with("If-None-Match", "\"0\"").get(path);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
        assertThat(tills.systemOfAnotherPartner().get(path).status()).isEqualTo(200);
    }

    @Test
    void rules_are_sentences_without_budgets_and_tiers_have_their_thresholds() {
        Browser system = tills.system(EnumSet.of(Scope.PROGRAM_READ));

        Browser.Answer rules = system.get("/api/v1/program/rules");

        assertThat(rules.body()).contains("\"uji-base\"", "spent").doesNotContain("funder");
        assertThat(texts(system.get("/api/v1/program/tiers"), "code")).contains("gold");
        assertThat(system.get("/api/v1/program/offers").text("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void a_partner_reads_its_own_products() {
        Browser elsewhere = tills.tillOfAnotherPartner();
        Browser owner = tills.till();
        elsewhere.post("/api/v1/purchases", receipt(number(), clock.now(), 10_000, "").replace("\"name\":\"Beras\"", "\"sku\":\"KOPI-1\",\"name\":\"Kopi\""));

        Browser.Answer own = elsewhere.get("/api/v1/products");

        assertThat(texts(own, "sku")).containsExactly("KOPI-1");
        String product = own.json().get("items").get(0).get("productId").getStringValue();
        Browser.Answer read = elsewhere.get("/api/v1/products/" + product);
        assertThat(read.header("ETag")).isNotEmpty();
        assertThat(tills.tillOfAnotherPartner().get("/api/v1/products/" + product).text("code")).isEqualTo("product_not_found");
        assertThat(owner.get("/api/v1/products/" + product).status()).as("the owner serves all").isEqualTo(200);
        assertThat(texts(owner.get("/api/v1/products"), "sku")).doesNotContain("KOPI-1");
        assertThat(elsewhere.get("/api/v1/products/categories").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/products?partnerId=par_00000000000000000000000000").text("code")).isEqualTo("partner_not_found");
    }

    private static List<String> texts(Browser.Answer answer, String field) {
        List<String> texts = new ArrayList<>();
        answer.json().get("items").values().forEach(item -> texts.add(item.get(field).getStringValue()));
        return texts;
    }
}
