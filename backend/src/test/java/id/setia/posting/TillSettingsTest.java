package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestPhones;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SetiaTest
class TillSettingsTest {

    @Inject
    TestPhones phones;

    @Inject
    TestTills tills;

    @ParameterizedTest
    @CsvSource({"receipt-claims, days, 14", "unclaimed-members, months, 12"})
    void an_administrator_changes_a_policy_they_have_seen(String topic, String field, int usual) {
        Browser administrator = phones.administrator();
        String path = "/api/v1/settings/" + topic;
        Browser.Answer before = administrator.get(path);
        assertThat(before.json().get(field).getIntValue()).isEqualTo(usual);

        assertThat(put(administrator, path, "{\"" + field + "\":20}").status()).isEqualTo(428);
        administrator.with("If-Match", before.header("ETag"));
        assertThat(put(administrator, path, "{\"" + field + "\":0}").status()).isEqualTo(422);
        Browser.Answer changed = put(administrator, path, "{\"" + field + "\":20}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(put(administrator, path, "{\"" + field + "\":21}").status()).isEqualTo(412);
        assertThat(administrator.get(path).json().get(field).getIntValue()).isEqualTo(20);

        administrator.with("If-Match", changed.header("ETag"));
        assertThat(put(administrator, path, "{\"" + field + "\":" + usual + "}").status()).isEqualTo(200);
    }

    @Test
    void a_till_changes_nothing() {
        assertThat(put(tills.till(), "/api/v1/settings/receipt-claims", "{\"days\":90}").status()).isEqualTo(403);
    }

    private static Browser.Answer put(Browser browser, String path, String json) {
        return browser.send("PUT", path, "application/json", json);
    }
}
