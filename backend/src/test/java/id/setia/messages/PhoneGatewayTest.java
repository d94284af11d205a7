package id.setia.messages;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.testing.Browser;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestPhones;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SetiaTest
class PhoneGatewayTest {

    private static final String PATH = "/api/v1/settings/phone-gateway";
    private static final String BODY = "{\\\"to\\\":\\\"{to}\\\",\\\"text\\\":\\\"{text}\\\",\\\"ref\\\":\\\"{id}\\\",\\\"by\\\":\\\"{channel}\\\"}";

    @Inject
    TestPhones phones;

    @Inject
    MessageQueue queue;

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    PhoneReceiver receiver;
    Browser administrator;
    String number;

    private record Row(String state, int attempts, Instant nextAttemptAt) {}

    @BeforeEach
    void open_a_receiver() {
        receiver = new PhoneReceiver();
        administrator = phones.administrator();
        number = phones.number();
    }

    @AfterEach
    void turn_off() {
        phones.turnOff();
        receiver.close();
    }

    @Test
    void a_message_goes_out_once_with_the_sealed_header_and_in_its_own_letters() throws Exception {
        assertThat(change(gateway(receiver.address(), "Bearer k3y", "digits", "")).status()).isEqualTo(200);

        queue.phone(Optional.empty(), number, "Kode \"123456\"\nuntuk {to} é 😀");

        PhoneReceiver.Received message = receiver.await(number.substring(1), 1).getFirst();
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.headers().getFirst("Authorization")).isEqualTo("Bearer k3y");
        assertThat(message.headers().getFirst("Content-Type")).isEqualTo("application/json");
        var sent = mapper.readValue(message.body(), io.micronaut.json.tree.JsonNode.class);
        assertThat(sent.get("to").getStringValue()).isEqualTo(number.substring(1));
        assertThat(sent.get("text").getStringValue()).isEqualTo("Kode \"123456\"\nuntuk {to} é 😀");
        assertThat(sent.get("ref").getStringValue()).startsWith("msg_");
        assertThat(sent.get("by").getStringValue()).isEqualTo("whatsapp");
        deliveries.sendToPhones();
        assertThat(receiver.with(number.substring(1))).hasSize(1);
        assertThat(untilNot("sending").state()).isEqualTo("sent");
    }

    @ParameterizedTest
    @CsvSource({"500, {}, ''", "200, rejected, accepted", "302, accepted, accepted", "401, accepted, accepted"})
    void what_the_gateway_does_not_take_waits_for_another_try(int status, String body, String expected) {
        change(gateway(receiver.address(), "Bearer k3y", "plus", expected));
        receiver.answerNext(new PhoneReceiver.Answer(status, body));
        Instant before = Instant.now();

        queue.phone(Optional.empty(), number, "Halo");
        receiver.await(number, 1);

        Row waiting = untilNot("sending");
        assertThat(waiting.state()).isEqualTo("waiting");
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.nextAttemptAt()).isBetween(before.plusSeconds(4), Instant.now().plusSeconds(6));

        receiver.answerNext(new PhoneReceiver.Answer(201, "accepted"));
        makeDue();
        receiver.await(number, 2);
        assertThat(untilNot("sending").state()).isEqualTo("sent");
    }

    @Test
    void pauses_grow_to_four_hours() {
        assertThat(Deliveries.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Deliveries.pause(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(Deliveries.pause(12)).isEqualTo(Duration.ofSeconds(10_240));
        assertThat(Deliveries.pause(13)).isEqualTo(Duration.ofHours(4));
        assertThat(Deliveries.pause(60)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_code_that_is_no_longer_good_is_not_sent() {
        queue.phone(Optional.empty(), number, "Kode 123456", Instant.now().minusSeconds(1));

        change(gateway(receiver.address(), "Bearer k3y", "plus", ""));
        queue.phone(Optional.empty(), number, "Halo");

        receiver.await("Halo", 1);
        assertThat(receiver.with(number)).hasSize(1);
    }

    @Test
    void secrets_are_never_shown_and_kept_sealed() {
        Browser.Answer changed = change(gateway(receiver.address(), "Bearer s3cret-key", "plus", ""));

        Browser.Answer shown = administrator.get(PATH);
        assertThat(shown.body()).contains("Authorization", receiver.address()).doesNotContain("s3cret-key");
        assertThat(changed.body()).doesNotContain("s3cret-key");
        assertThat(shown.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(stored()).contains("Authorization").doesNotContain("s3cret-key");
    }

    @Test
    void a_secret_that_is_left_out_stays_for_the_same_host_only() {
        change(gateway(receiver.address(), "Bearer k3y", "plus", ""));
        String again = gateway(receiver.address() + "/v2", "", "plus", "");
        assertThat(change(again).status()).isEqualTo(200);

        queue.phone(Optional.empty(), number, "Halo");
        assertThat(receiver.await(number, 1).getFirst().headers().getFirst("Authorization")).isEqualTo("Bearer k3y");

        Browser.Answer refused = change(gateway("https://elsewhere.example/send", "", "plus", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/headers/0/value", "secret_needed");
    }

    @Test
    void a_secret_in_a_form_is_put_in_its_place() {
        Browser.Answer changed = change("""
                {"address":"%s","channel":"sms","contentType":"application/x-www-form-urlencoded","headers":[],
                 "body":"userkey=abc&passkey={secret}&to={to}&message={text}","secret":"p&ss","numberForm":"national"}"""
                .formatted(receiver.address()));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("secretKept")).isEqualTo("true");

        queue.phone(Optional.empty(), number, "1 & 2");

        String national = "0" + number.substring(3);
        assertThat(receiver.await(national, 1).getFirst().body())
                .isEqualTo("userkey=abc&passkey=p%26ss&to=" + national + "&message=1+%26+2");
    }

    @Test
    void a_trial_message_tells_what_the_gateway_answers() {
        change(gateway(receiver.address(), "Bearer k3y", "plus", "success"));

        Browser.Answer taken = administrator.post(PATH + "/test", "{\"to\":\"" + number + "\"}");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("taken")).isEqualTo("true");
        assertThat(receiver.with(number).getFirst().body()).contains("Klub Nusantara");

        receiver.answerNext(new PhoneReceiver.Answer(200, "saldo habis"));
        Browser.Answer refused = administrator.post(PATH + "/test", "{\"to\":\"" + number + "\"}");
        assertThat(refused.text("taken")).isEqualTo("false");
        assertThat(refused.text("answer")).isEqualTo("saldo habis");

        receiver.close();
        Browser.Answer unreachable = administrator.post(PATH + "/test", "{\"to\":\"" + number + "\"}");
        assertThat(unreachable.status()).isEqualTo(200);
        assertThat(unreachable.text("taken")).isEqualTo("false");
        assertThat(unreachable.text("status")).isEmpty();
    }

    @Test
    void without_a_gateway_there_is_nothing_to_try_and_the_program_says_so() {
        Browser.Answer refused = administrator.post(PATH + "/test", "{\"to\":\"" + number + "\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("no_phone_gateway");
        assertThat(administrator.get("/api/v1/program").text("phoneChannel")).isEqualTo("false");

        change(gateway(receiver.address(), "Bearer k3y", "plus", ""));
        assertThat(administrator.get("/api/v1/program").text("phoneChannel")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "http://gateway.example/send, /address, address_not_https",
        "http://127.0.0.1.gateway.example/send, /address, address_not_https",
        "http://10.0.0.1/send, /address, address_not_https",
        "https://key@gateway.example/send, /address, address_not_https",
        "ftp://gateway.example/send, /address, address_not_https",
        "gateway, /address, address_not_https"
    })
    void an_address_that_could_be_overheard_is_refused(String address, String pointer, String code) {
        Browser.Answer refused = change(gateway(address, "Bearer k3y", "plus", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry(pointer, code);
    }

    @Test
    void a_body_that_would_not_be_json_or_misses_its_places_is_refused() {
        assertThat(change(withBody("{\\\"to\\\":{to},\\\"text\\\":{text}}")).fieldCodes()).containsEntry("/body", "template_not_json");
        assertThat(change(withBody("{\\\"text\\\":\\\"{text}\\\"}")).fieldCodes()).containsEntry("/body", "template_places_missing");
        assertThat(change(gateway(receiver.address(), "Bearer k3y\\r\\nX: 1", "plus", "")).fieldCodes())
                .containsEntry("/headers/0/value", "header_unsendable");
        assertThat(change(gateway(receiver.address(), "k", "plus", "").replace("Authorization", "Host")).fieldCodes())
                .containsEntry("/headers/0/name", "header_not_allowed");
        assertThat(change(gateway(receiver.address(), "k", "morse", "")).fieldCodes()).containsEntry("/numberForm", "value_unknown");
    }

    @Test
    void a_change_needs_the_version_it_was_made_from() {
        Browser.Answer unnamed =
                administrator.send("PUT", PATH, "application/json", gateway(receiver.address(), "k", "plus", ""));
        assertThat(unnamed.status()).isEqualTo(428);

        administrator.with("If-Match", "\"999999\"");
        Browser.Answer stale =
                administrator.send("PUT", PATH, "application/json", gateway(receiver.address(), "k", "plus", ""));
        assertThat(stale.status()).isEqualTo(412);
    }

    private Browser.Answer change(String gateway) {
        administrator.with("If-Match", administrator.get(PATH).header("ETag"));
        return administrator.send("PUT", PATH, "application/json", gateway);
    }

    private static String gateway(String address, String authorization, String form, String expected) {
        return """
                {"address":"%s","channel":"whatsapp","contentType":"application/json",
                 "headers":[{"name":"Authorization"%s}],"body":"%s","numberForm":"%s","expected":"%s"}"""
                .formatted(
                        address,
                        authorization.isEmpty() ? "" : ",\"value\":\"" + authorization + "\"",
                        BODY,
                        form,
                        expected);
    }

    private String withBody(String body) {
        return gateway(receiver.address(), "Bearer k3y", "plus", "").replace(BODY, body);
    }

    private Row untilNot(String state) {
        Row row;
        do {
            row = row();
            Thread.onSpinWait();
        } while (row.state().equals(state));
        return row;
    }

    private Row row() {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT state, attempts, next_attempt_at FROM message WHERE recipient = ?")) {
                select.setBytes(1, number.getBytes(StandardCharsets.UTF_8));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Row(row.getString(1), row.getInt(2), Sql.instant(row, "next_attempt_at"));
                }
            }
        });
    }

    private void makeDue() {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE message SET next_attempt_at = created_at WHERE recipient = ?")) {
                update.setBytes(1, number.getBytes(StandardCharsets.UTF_8));
                return update.executeUpdate();
            }
        });
    }

    private static String stored(Transactions transactions) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT value FROM program_setting WHERE name = 'messages.phone_gateway'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private String stored() {
        return stored(transactions);
    }
}
