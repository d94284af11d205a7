package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.JsonText;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that no text may hold, wherever it stands, and bodies that are made to break who reads them. */
@SetiaTest
class UnusableTextTest {

    private static final String PURCHASES = "/api/v1/purchases";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    TestBrowsers browsers;

    private Browser till;
    private Browser agent;

    @BeforeEach
    void open() {
        shop.open();
        till = browsers.till().unwatched();
        agent = staff.signedIn(Role.SERVICE_AGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\b", "\\u001b", "\\ud800", "x\\udc00x", "\\udc00\\ud800"})
    void the_field_is_named_wherever_it_stands(String unusable) {
        Browser.Answer cashier = till.post(PURCHASES, receipt("\"cashier\":\"k" + unusable + "\","));
        Browser.Answer line = till.post(PURCHASES, receipt("").replace("Beras", "Beras" + unusable));
        Browser.Answer search = agent.post("/api/v1/members/search", "{\"query\":\"a" + unusable + "b\"}");

        assertThat(cashier.status()).as(cashier.body()).isEqualTo(422);
        assertThat(cashier.fieldCodes()).isEqualTo(Map.of("/cashier", "control_character"));
        assertThat(line.fieldCodes()).isEqualTo(Map.of("/lines/0/name", "control_character"));
        assertThat(search.fieldCodes()).isEqualTo(Map.of("/query", "control_character"));
    }

    @Test
    void in_a_batch_only_the_row_is_refused() {
        String good = receipt("");
        Browser.Answer batch = till.post(
                PURCHASES + "/batch", "{\"purchases\":[" + good + "," + receipt("").replace("Beras", "\\u0000") + "]}");

        assertThat(batch.status()).as(batch.body()).isEqualTo(200);
        assertThat(batch.json().get("items").get(0).get("status").getIntValue()).isEqualTo(201);
        assertThat(batch.json().get("items").get(1).get("status").getIntValue()).isEqualTo(422);
        assertThat(batch.body()).contains("/lines/0/name", "control_character");
    }

    @Test
    void whole_characters_and_ends_of_lines_are_kept() {
        Browser.Answer posted = till.post(PURCHASES, receipt("").replace("Beras", "\\ud83c\\udf5a Beras\\u00e9"));

        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        assertThat(UnusableText.isIn("one\n\ttwo\r\n🍚")).isFalse();
    }

    @Test
    void half_a_character_and_a_zero_that_only_the_bytes_hold_do_not_get_through() {
        byte[] half = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        byte[] longZero = {'"', (byte) 0xC0, (byte) 0x80, '"'};

        assertThat(JsonText.read(half).filter(text -> !UnusableText.isIn(text.getStringValue()))).isEmpty();
        assertThat(JsonText.read(longZero).filter(text -> !UnusableText.isIn(text.getStringValue()))).isEmpty();
    }

    @Test
    void a_parameter_of_the_address_is_named() {
        Browser.Answer answer = agent.get(PURCHASES + "?number=1%00");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.fieldCodes()).isEqualTo(Map.of("/number", "control_character"));
    }

    @Test
    void bodies_made_to_break_the_reader_are_refused_plainly() {
        String nested = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        for (String body : new String[] {
            nested,
            receipt("\"cashier\":" + nested + ","),
            receipt("\"discount\":{\"amount\":" + "9".repeat(5_000) + ",\"currency\":\"IDR\"},"),
            receipt("\"discount\":{\"amount\":\"" + "9".repeat(5_000) + "\",\"currency\":\"IDR\"},"),
            receipt("").replace("\"position\":1", "\"position\":1e999999999"),
            receipt("").replace("\"position\":1", "\"position\":" + "1".repeat(3_000)),
            receipt("").replace("\"quantity\":\"1\"", "\"quantity\":\"1e999999999\""),
            receipt("\"cashier\":\"a\",\"cashier\":7,"),
        }) {
            Browser.Answer answer = till.post(PURCHASES, body);
            assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        }
    }

    @Test
    void a_field_that_stands_twice_is_refused_wherever_it_stands() {
        String twice = receipt("\"cashier\":\"Ani\",\"cashier\":\"Budi\",");

        assertRepeated(till.post(PURCHASES, twice), "/cashier");
        assertRepeated(till.post(PURCHASES + "/batch", "{\"purchases\":[" + receipt("") + "," + twice + "]}"), "/purchases/1/cashier");
        assertRepeated(till.post(PURCHASES, receipt("").replace("\"position\":1", "\"position\":1,\"position\":2")), "/lines/0/position");
    }

    private static void assertRepeated(Browser.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.fieldCodes()).isEqualTo(Map.of(pointer, "duplicate_field"));
    }

    @Test
    void text_after_the_document_is_refused_and_nothing_is_posted() {
        String first = receipt("");
        for (String more : new String[] {receipt(""), "garbage", "{", "]", "\n\n{}", "\u0000"}) {
            Browser.Answer answer = till.post(PURCHASES, first + more);

            assertThat(answer.status()).as(more).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("malformed_request");
            assertThat(answer.fieldCodes()).isEqualTo(Map.of("", "text_after_document"));
        }
        Browser.Answer posted = till.post(PURCHASES, " " + first + "\r\n\t ");

        assertThat(posted.status()).as("nothing was posted before: " + posted.body()).isEqualTo(201);
    }

    @Test
    void a_list_that_is_too_long_is_told_its_limits_as_the_contract_has_them() {
        String line = "{\"position\":1,\"name\":\"Beras\",\"quantity\":\"1\",\"amount\":{\"amount\":\"1\",\"currency\":\"IDR\"}}";
        Browser.Answer lines = till.post(
                PURCHASES, receipt("").replaceAll("(?s)\"lines\":\\[.*?\\]", "\"lines\":[" + (line + ",").repeat(1_000) + line + "]"));

        assertThat(lines.fieldCodes()).isEqualTo(Map.of("/lines", "size"));
        assertThat(lines.body()).contains("from 1 to 1,000");
    }

    private static String receipt(String more) {
        return """
                {%s"channel":"store","till":"3","receiptNumber":"%s","businessDate":"2026-11-20",
                 "occurredAt":"2026-11-20T05:00:00Z","lines":[{"position":1,"name":"Beras","quantity":"1",
                 "amount":{"amount":"1000","currency":"IDR"}}],"total":{"amount":"1000","currency":"IDR"},
                 "tenders":[{"kind":"cash","amount":{"amount":"1000","currency":"IDR"}}]}"""
                .formatted(more, TestTills.number());
    }
}
