package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.platform.Http.Answer;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class ProblemsTest {

    @Inject
    Http http;

    @Test
    void a_refusal_is_told_in_the_caller_s_language() {
        Answer indonesian = http.get("/api/v1/trials/refused");
        Answer english = http.get("/api/v1/trials/refused", "Accept-Language", "fr;q=0.9, en-GB;q=0.8");

        assertProblem(indonesian, 409, "purchase_conflict");
        assertThat(indonesian.json().get("detail").getStringValue()).contains("sudah tercatat sebagai pur_1");
        assertThat(indonesian.header("Content-Language")).isEqualTo("id");
        assertThat(english.json().get("detail").getStringValue()).contains("stored as pur_1");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void an_unreadable_language_is_indonesian() {
        assertThat(http.get("/api/v1/trials/refused", "Accept-Language", ";;;=").header("Content-Language")).isEqualTo("id");
    }

    @Test
    void the_request_id_is_the_same_in_header_and_body() {
        Answer answer = http.get("/api/v1/trials/refused");

        assertThat(answer.header("X-Request-Id")).isNotBlank().isEqualTo(answer.json().get("requestId").getStringValue());
    }

    @Test
    void a_missing_credential_is_asked_for() {
        Answer answer = http.get("/api/v1/trials/unauthenticated");

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_fault_of_ours_shows_nothing_of_the_inside() {
        Answer broken = http.get("/api/v1/trials/broken");
        Answer statement = http.get("/api/v1/trials/wrong-statement");

        assertProblem(broken, 500, "internal_error");
        assertProblem(statement, 500, "internal_error");
        assertThat(broken.body() + statement.body()).doesNotContain("inside", "Exception", "SELECT", "id.setia.");
    }

    @Test
    void a_database_out_of_reach_asks_to_try_again() {
        Answer answer = http.get("/api/v1/trials/no-connection");

        assertProblem(answer, 503, "try_again_later");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":", "nonsense", "[1,2", "{\"name\":\"\u0001\"}", "{\"a\":1}}", "\"text", "{'name':'x'}"})
    void a_body_that_is_not_json_is_malformed(String body) {
        Answer answer = http.post("/api/v1/trials", body);

        assertThat(answer.isProblem()).as(answer.body()).isTrue();
        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    }

    @Test
    void a_body_that_is_no_json_at_all_is_malformed() {
        assertProblem(http.post("/api/v1/trials", "{"), 400, "malformed_request");
        assertProblem(http.post("/api/v1/trials", ""), 400, "malformed_request");
    }

    @Test
    void a_body_that_cannot_be_read_is_told_where_it_breaks() {
        assertThat(mistake("")).isEqualTo(" body_empty: This is empty; a JSON document is expected here.");
        assertThat(mistake(" \n")).isEqualTo(" body_empty: This is empty; a JSON document is expected here.");
        assertThat(mistake("{\"name\":\"Sari\",\n \"count\":,}"))
                .isEqualTo(" json_malformed: This cannot be read as JSON; reading stopped in line 2, column 10.");
        assertThat(mistake("{\"name\":\"Sari\",\"count\":1,\"lines\":[{\"position\":1,\n\"position\":2,\"quantity\":\"1\"}]}"))
                .isEqualTo("/lines/0/position duplicate_field: This field stands twice in its object: again in line 2, column 1.");
        assertThat(mistake("{\"name\":\"Sari\",\"count\":1,\"lines\":[]}\n{\"name\":\"Budi\",\"count\":1,\"lines\":[]}"))
                .isEqualTo(" text_after_document: Only one JSON document is taken; more text begins in line 2, column 1.");
    }

    @Test
    void a_body_in_another_encoding_is_told_from_which_byte() {
        Answer answer = http.send(
                "POST",
                "/api/v1/trials",
                BodyPublishers.ofByteArray("{\"name\":\"Andr\u00e9\",\"count\":1,\"lines\":[]}".getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type", "application/json", "Accept-Language", "en");

        assertProblem(answer, 400, "malformed_request");
        assertThat(answer.body()).contains("not_utf8", "from byte 14 on");
    }

    private String mistake(String body) {
        Answer answer = http.post("/api/v1/trials", body, "Accept-Language", "en");
        assertProblem(answer, 400, "malformed_request");
        assertThat(answer.body()).doesNotContain("id.setia", "jackson", "Exception");
        var error = answer.json().get("errors").get(0);
        return error.get("pointer").getStringValue() + " " + error.get("code").getStringValue() + ": "
                + error.get("detail").getStringValue();
    }

    @Test
    void deep_nesting_is_malformed() {
        assertProblem(http.post("/api/v1/trials", "[".repeat(100_000)), 400, "malformed_request");
    }

    @Test
    void every_field_that_does_not_fit_is_named() {
        Answer answer = http.post("/api/v1/trials", """
                {"name":5,"count":"many","given":"yes","day":"22/11/2026","at":"yesterday","amount":"25000",
                 "lines":[{"position":1.5,"quantity":"1"},{"quantity":2,"colour":"red"},7]}""");

        assertProblem(answer, 422, "validation_failed");
        assertThat(errors(answer)).containsExactlyInAnyOrder(
                "/name text_expected",
                "/count whole_number_expected",
                "/given boolean_expected",
                "/day date_malformed",
                "/at time_malformed",
                "/amount object_expected",
                "/lines/0/position whole_number_expected",
                "/lines/1/position required",
                "/lines/1/quantity text_expected",
                "/lines/1/colour unknown_field",
                "/lines/2 object_expected");
    }

    @Test
    void missing_and_unknown_fields_are_named() {
        Answer answer = http.post("/api/v1/trials", "{\"names\":\"Sari\"}");

        assertProblem(answer, 422, "validation_failed");
        assertThat(errors(answer)).contains("/name required", "/count required", "/names unknown_field");
    }

    @Test
    void a_number_beyond_its_type_is_named() {
        Answer answer = http.post("/api/v1/trials", "{\"name\":\"Sari\",\"count\":99999999999,\"lines\":[]}");

        assertProblem(answer, 422, "validation_failed");
        assertThat(errors(answer)).containsExactly("/count whole_number_expected");
    }

    @Test
    void an_empty_place_in_a_list_is_named() {
        Answer answer = http.post(
                "/api/v1/trials", "{\"name\":\"Sari\",\"count\":1,\"lines\":[{\"position\":1,\"quantity\":\"1\"},null]}");

        assertProblem(answer, 422, "validation_failed");
        assertThat(errors(answer)).containsExactly("/lines/1 required");
    }

    @Test
    void what_validation_finds_has_pointers() {
        Answer answer = http.post("/api/v1/trials", """
                {"name":" ","count":11,"lines":[{"position":1,"quantity":"1"},{"position":2,"quantity":"two"}]}""");

        assertProblem(answer, 422, "validation_failed");
        assertThat(errors(answer)).containsExactlyInAnyOrder(
                "/name required", "/count too_large", "/lines/1/quantity value_malformed");
        assertThat(answer.body()).contains("Paling banyak 10.");
    }

    @Test
    void wrong_parameters_are_named() {
        assertThat(errors(http.get("/api/v1/trials?limit=many"))).containsExactly("/limit value_malformed");
        assertThat(errors(http.get("/api/v1/trials?limit=101"))).containsExactly("/limit too_large");
        assertThat(errors(http.get("/api/v1/trials/needed"))).containsExactly("/name required");
    }

    @Test
    void a_parameter_that_an_operation_does_not_take_is_refused_with_those_it_takes() {
        Answer misspelt = http.get("/api/v1/trials?limits=5&limit=5", "Accept-Language", "en");
        Answer none = http.get("/api/v1/trials/long?limit=5");
        Answer switched = http.get("/api/v1/trials/given?given=maybe&name=x");

        assertProblem(misspelt, 422, "validation_failed");
        assertThat(errors(misspelt)).containsExactly("/limits unknown_parameter");
        assertThat(misspelt.body()).contains("there are: limit.");
        assertThat(errors(none)).containsExactly("/limit no_parameters");
        assertThat(errors(switched)).containsExactlyInAnyOrder("/given boolean_expected", "/name unknown_parameter");
        assertThat(switched.body()).contains("yang ada: given, other-name.");
        assertThat(errors(http.get("/api/v1/trials/given?given="))).containsExactly("/given boolean_expected");
        assertThat(errors(http.get("/api/v1/trials/given?given=true&given=no"))).containsExactly("/given boolean_expected");
        assertThat(http.get("/api/v1/trials/given?given=true&other-name=x").status()).isEqualTo(200);
        assertThat(http.get("/api/v1/trials?").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_address_of_the_api_is_not_found() {
        assertProblem(http.get("/api/v1/nothing", "Accept", "text/html"), 404, "not_found");
        assertProblem(http.get("/api"), 404, "not_found");
    }

    @Test
    void another_method_is_refused() {
        Answer answer = http.send("DELETE", "/api/v1/trials", BodyPublishers.noBody());

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void another_media_type_is_refused() {
        assertProblem(http.post("/api/v1/trials", "<a/>", "Content-Type", "application/xml"), 415, "unsupported_media_type");
        assertProblem(http.get("/api/v1/trials", "Accept", "image/png"), 406, "not_acceptable");
        assertThat(http.post("/api/v1/trials", "<a/>", "Content-Type", "application/xml").body()).contains("yang diterima: application/json.");
        assertThat(http.get("/api/v1/trials", "Accept", "image/png").body()).contains("yang tersedia: application/json.");
    }

    @Test
    void a_body_that_says_it_is_in_another_charset_is_refused() {
        String body = "{\"name\":\"Sari\",\"count\":1,\"lines\":[]}";
        Answer latin = http.post("/api/v1/trials", body, "Content-Type", "application/json; charset=iso-8859-1");

        assertProblem(latin, 415, "unsupported_media_type");
        assertThat(latin.body()).contains("application/json; charset=utf-8");
        assertThat(http.post("/api/v1/trials", body, "Content-Type", "application/json; charset=UTF-8").status()).isEqualTo(200);
        assertThat(http.post("/api/v1/trials", body, "Content-Type", "application/json; charset=\"utf-8\"").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_not_compressed_as_it_says_is_malformed() {
        assertProblem(http.post("/api/v1/trials", "{}", "Content-Encoding", "gzip"), 400, "malformed_request");
    }

    @Test
    void another_site_s_page_is_refused_in_words() {
        String answer = http.raw("GET /api/v1/trials HTTP/1.1\r\nHost: localhost\r\nOrigin: https://elsewhere.example\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json", "\"code\":\"forbidden\"");
    }

    @Test
    void a_body_beyond_the_limit_is_too_large() {
        Answer answer = http.post("/api/v1/trials", "x".repeat(17 * 1024 * 1024));

        assertProblem(answer, 413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/v1/trials?x=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/v1/trials?limit=[]{}| HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /api/v1/trials HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: many\r\nConnection: close\r\n\r\n{}",
        "POST /api/v1/trials HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}",
        "GET /api/v1/trials HTTP/9.9\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET /api/v1/trials HTTP/1.1\r\nHost: a\r\nCookie: \u0001\u0002=;;;==\r\nConnection: close\r\n\r\n",
        "GET /api/v1/trials HTTP/1.1\r\nHost: a\r\nAccept: ;;;\r\nAccept-Language: \u00e9;q=x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/trials HTTP/1.1\r\nno colon here\r\n\r\n"
    })
    void bytes_that_are_hardly_http_are_no_fault_of_ours(String bytes) {
        String answer = http.raw(bytes);

        assertThat(answer).doesNotContain("HTTP/1.1 5", "Exception", "io.netty", "io.micronaut");
    }

    @Test
    void headers_beyond_the_limit_are_too_large() {
        String answer = http.raw("GET /api/v1/trials HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("payload_too_large");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.body()).isNotBlank();
        assertThat(answer.isProblem()).as(answer.body()).isTrue();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static List<String> errors(Answer answer) {
        List<String> errors = new ArrayList<>();
        answer.json().get("errors").values().forEach(error ->
                errors.add(error.get("pointer").getStringValue() + " " + error.get("code").getStringValue()));
        return errors;
    }
}
