package id.setia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.client.FlakyServer.Mood;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TillQueueTest {

    private static final TillQueueSettings QUICK =
            new TillQueueSettings(1_000, 16 << 20, 100, Duration.ofMillis(2), Duration.ofMillis(20));
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private FlakyServer server;
    private Path file;

    @BeforeEach
    void open_a_shop() throws IOException {
        server = new FlakyServer();
        file = directory.resolve("till.queue");
    }

    @AfterEach
    void close_it() {
        server.close();
    }

    @Test
    void a_till_that_waits_a_little_hears_what_became_of_its_receipt() throws Exception {
        try (TillQueue queue = queue()) {
            assertThat(queue.add(Receipts.purchase("1"), PATIENT))
                    .hasValueSatisfying(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(Outcome.Purchased.class, taken -> assertThat(taken.purchase().getPurchaseId()).isEqualTo("x_1")));
            assertThat(queue.add(Receipts.refund("R1", "1"), PATIENT))
                    .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Outcome.Refunded.class));
            assertThat(queue.waiting()).isZero();
        }
    }

    @Test
    void receipts_of_an_outage_are_sent_in_order_and_many_at_once() throws Exception {
        server.feel(Mood.CUT_BEFORE);
        try (TillQueue queue = queue()) {
            assertThat(queue.add(Receipts.purchase("0"), Duration.ofMillis(1))).isEmpty();
            server.awaitFailures(2);
            for (int number = 1; number < 250; number++) {
                queue.add(Receipts.purchase(Integer.toString(number)));
            }
            queue.add(Receipts.refund("R0", "0"));
            server.feel(Mood.WELL);
            queue.add(Receipts.purchase("250"), PATIENT);
        }

        List<String> expected = new ArrayList<>(IntStream.range(0, 250).mapToObj(number -> "purchase " + number).toList());
        expected.addAll(List.of("refund R0", "purchase 250"));
        assertThat(List.copyOf(server.effects().keySet())).isEqualTo(expected);
        assertThat(server.requests()).hasSizeLessThan(10).contains(100);
    }

    @Test
    void whatever_line_and_server_do_each_receipt_arrives_and_has_one_effect() throws Exception {
        server.anyMood();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (TillQueue queue = TillQueue.open(file, server.client(), QUICK, new TillQueueListener() {
            @Override
            public void settled(Receipt receipt, Outcome outcome) {
                told.add(outcome.getClass().getSimpleName());
            }
        })) {
            for (int number = 0; number < 120; number++) {
                queue.add(Receipts.purchase(Integer.toString(number)), Duration.ofMillis(number % 3));
                if (number % 10 == 0) {
                    queue.add(Receipts.refund("R" + number, Integer.toString(number)));
                }
            }
            queue.add(Receipts.purchase("last"), PATIENT);
        }

        assertThat(server.effects()).hasSize(133).allSatisfy((key, count) -> assertThat(count).isOne());
        assertThat(told).hasSize(133).doesNotContain("Refused");
    }

    @Test
    void what_waits_is_sent_after_the_till_was_switched_off() throws Exception {
        server.feel(Mood.BUSY);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("1"));
            queue.add(Receipts.refund("R1", "1"));
        }
        server.feel(Mood.WELL);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("2"), PATIENT);
        }

        assertThat(server.effects().keySet()).containsExactly("purchase 1", "refund R1", "purchase 2");
    }

    @Test
    void a_till_killed_again_and_again_loses_nothing_it_was_promised() throws Exception {
        server.anyMood();
        Random random = new Random(11);
        List<String> promised = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            Process till = killable(round);
            try (BufferedReader said = new BufferedReader(new InputStreamReader(till.getInputStream(), StandardCharsets.UTF_8))) {
                int until = 1 + random.nextInt(40);
                for (String number = said.readLine(); number != null; number = said.readLine()) {
                    promised.add("purchase " + number);
                    if (--until == 0) {
                        till.toHandle().destroyForcibly();
                    }
                }
            }
        }
        server.feel(Mood.WELL);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("last"), PATIENT);
        }

        assertThat(promised).hasSizeGreaterThan(20);
        assertThat(server.effects().keySet()).containsAll(promised);
        assertThat(server.effects()).allSatisfy((key, count) -> assertThat(count).isOne());
    }

    private Process killable(int round) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableTill.class.getName(),
                        file.toString(),
                        server.address().toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void a_line_that_a_crash_cut_short_is_dropped_and_the_rest_is_read() throws Exception {
        keepTwo();
        Files.writeString(file, "0badc0de {\"number\":3,\"kind\":\"purch", StandardOpenOption.APPEND);
        server.feel(Mood.WELL);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("3"), PATIENT);
        }

        assertThat(server.effects().keySet()).containsExactly("purchase 1", "purchase 2", "purchase 3");
        assertThat(directory.resolve("till.queue.damaged")).doesNotExist();
    }

    @Test
    void a_line_that_the_disk_damaged_is_put_aside_and_the_rest_is_sent() throws Exception {
        keepTwo();
        Files.writeString(file, Files.readString(file).replaceFirst("Beras", "Buras"));
        server.feel(Mood.WELL);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("3"), PATIENT);
        }

        assertThat(server.effects().keySet()).containsExactly("purchase 2", "purchase 3");
        assertThat(directory.resolve("till.queue.damaged")).content().contains("Buras").contains("\"receiptNumber\":\"1\"");
    }

    private void keepTwo() throws IOException {
        server.feel(Mood.BUSY);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("1"));
            queue.add(Receipts.purchase("2"));
        }
    }

    @Test
    void a_receipt_refused_for_good_holds_nobody_up_and_is_kept_until_somebody_decides() throws Exception {
        server.refuse("2");
        server.feel(Mood.BUSY);
        CountDownLatch refused = new CountDownLatch(1);
        try (TillQueue queue = TillQueue.open(file, server.client(), QUICK, new TillQueueListener() {
            @Override
            public void settled(Receipt receipt, Outcome outcome) {
                if (outcome instanceof Outcome.Refused) {
                    refused.countDown();
                }
            }
        })) {
            queue.add(Receipts.purchase("1"));
            queue.add(Receipts.purchase("2"));
            queue.add(Receipts.purchase("3"));
            server.feel(Mood.WELL);
            assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
            queue.add(Receipts.purchase("4"), PATIENT);
        }
        assertThat(server.effects().keySet()).containsExactly("purchase 1", "purchase 3", "purchase 4");

        try (TillQueue queue = queue()) {
            RefusedReceipt kept = queue.refused().get(0);
            assertThat(kept.refusal().code()).isEqualTo("validation_failed");
            assertThat(kept.receipt()).isInstanceOfSatisfying(
                    Receipt.Purchase.class, purchase -> assertThat(purchase.request().getReceiptNumber()).isEqualTo("2"));
            server.takeAgain();
            queue.sendAgain(kept.number());
            queue.add(Receipts.purchase("5"), PATIENT);
            assertThat(queue.refused()).isEmpty();
        }
        assertThat(server.effects()).containsKeys("purchase 2", "purchase 5");
    }

    @Test
    void a_page_of_somebody_else_is_no_answer() throws Exception {
        server.feel(Mood.SOMEBODY_ELSE);
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("1"));
            server.awaitFailures(5);
            assertThat(queue.waiting()).isOne();
            server.feel(Mood.WELL);
            queue.add(Receipts.purchase("2"), PATIENT);
        }

        assertThat(server.effects().keySet()).containsExactly("purchase 1", "purchase 2");
    }

    @Test
    void a_full_queue_says_so_and_keeps_what_it_has() throws Exception {
        server.feel(Mood.BUSY);
        TillQueueSettings small = new TillQueueSettings(2, 1 << 20, 100, Duration.ofMillis(2), Duration.ofMillis(20));
        try (TillQueue queue = TillQueue.open(file, server.client(), small, new TillQueueListener() {})) {
            queue.add(Receipts.purchase("1"));
            queue.add(Receipts.purchase("2"));
            assertThatThrownBy(() -> queue.add(Receipts.purchase("3"))).isInstanceOf(QueueFullException.class);
            assertThat(queue.waiting()).isEqualTo(2);
        }
    }

    @Test
    void a_receipt_that_could_not_be_known_again_is_not_taken() throws Exception {
        try (TillQueue queue = queue()) {
            assertThatThrownBy(() -> queue.add(Receipts.purchase("1").receiptNumber(null))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_queue_is_open_once() throws Exception {
        try (TillQueue queue = queue()) {
            assertThatThrownBy(this::queue).isInstanceOf(IOException.class).hasMessageContaining("open");
        }
    }

    @Test
    void the_file_does_not_grow_with_what_is_done_and_keeps_what_is_not() throws Exception {
        server.refuse("0");
        try (TillQueue queue = queue()) {
            queue.add(Receipts.purchase("0"), PATIENT);
            for (int number = 1; number <= 300; number++) {
                queue.add(Receipts.purchase(Integer.toString(number)).cashier("k".repeat(8_000)));
            }
            assertThat(queue.add(Receipts.refund("R1", "1"), PATIENT)).isPresent();
        }

        assertThat(Files.size(file)).isLessThan(1_100_000);
        try (TillQueue queue = queue()) {
            assertThat(queue.refused()).hasSize(1);
            assertThat(queue.waiting()).isZero();
        }
        assertThat(server.effects()).hasSize(301).allSatisfy((key, count) -> assertThat(count).isOne());
    }

    private TillQueue queue() throws IOException {
        return TillQueue.open(file, server.client(), QUICK, new TillQueueListener() {});
    }
}
