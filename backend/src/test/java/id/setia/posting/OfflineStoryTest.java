package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.earning.Buyer;
import id.setia.earning.Cap;
import id.setia.earning.CapPeriod;
import id.setia.earning.CapUnit;
import id.setia.earning.Caps;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.SigningTills.SigningTill;
import id.setia.testing.BatchSigner;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same sales twice: once as three tills with a line post them, in the order in which they happen, and once as three tills
 * without one do, late, signed, out of order, some twice, with a batch that is lost for a while and one that somebody changed.
 */
@SetiaTest
class OfflineStoryTest {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TILLS = 3;
    private static final int MEMBERS = 3;
    private static final int SALES = 36;
    private static final int DAYS = 6;
    private static final long DAY_CAP = 50;
    private static final long BUDGET = 300;

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    SigningTills signing;

    @Inject
    EarningRules rules;

    @Inject
    PointsLedger ledger;

    @Inject
    LedgerProof proof;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    JsonMapper mapper;

    private final Map<String, JsonNode> read = new HashMap<>();
    private String story;

    /** One of the two ways the sales come in: its members, and the ids of its purchases. */
    private record World(String name, List<UUID> members, Map<String, String> purchases) {}

    /**
     * A sale, or the refund of an earlier one.
     *
     * @param number of the receipt; both worlds print their own
     * @param refundOf number of the receipt that is taken back, absent for a sale
     */
    private record Event(Instant at, int till, int member, long rupiah, String number, Optional<String> refundOf) {}

    @BeforeEach
    void open_the_shop() {
        shop.open();
        story = "Cerita " + ids.next();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void by_rules_that_do_not_depend_on_the_order_the_ledger_is_that_of_tills_with_a_line(long seed) throws Exception {
        Random random = new Random(seed);
        publish("ganda", new Effect.Multiplier(new BigDecimal("2")), Conditions.categories(category("bebas")), Caps.NONE);
        publish("besar", new Effect.Bonus(25), Conditions.categories(category("bebas")).from(8_000_000), Caps.NONE);
        List<Event> events = events(random, true);
        World online = world("online");
        World offline = world("offline");

        sell(online, events, "bebas");
        bring(offline, events, "bebas", random);

        for (int member = 0; member < MEMBERS; member++) {
            UUID here = online.members().get(member);
            UUID there = offline.members().get(member);
            assertThat(entries(there)).isEqualTo(entries(here)).isNotEmpty();
            assertThat(lots(there)).isEqualTo(lots(here));
            assertThat(ledger.balance(there).available()).isEqualTo(ledger.balance(here).available());
            assertThat(ledger.balance(there).debt()).isEqualTo(ledger.balance(here).debt());
        }
        for (String number : online.purchases().keySet()) {
            assertThat(figures(offline, number)).as(number).isEqualTo(figures(online, number));
        }
        keepsItsPromises(online, offline);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void caps_budgets_and_firsts_hold_in_any_order_and_every_difference_is_explained(long seed) throws Exception {
        Random random = new Random(seed);
        publish("harian", new Effect.Bonus(30), Conditions.categories(category("online"), category("offline")),
                new Caps(null, List.of(new Cap(CapPeriod.DAY, CapUnit.POINTS, DAY_CAP)), null));
        publish("pertama", new Effect.Bonus(70),
                Conditions.categories(category("online"), category("offline")).by(new Buyer(Set.of(), true, null)), Caps.NONE);
        publish("anggaran-online", new Effect.Bonus(40), Conditions.categories(category("online")), new Caps(null, List.of(), BUDGET));
        publish("anggaran-offline", new Effect.Bonus(40), Conditions.categories(category("offline")), new Caps(null, List.of(), BUDGET));
        List<Event> events = events(random, false);
        World online = world("online");
        World offline = world("offline");

        sell(online, events, "online");
        bring(offline, events, "offline", random);

        assertThat(perDay(offline, events)).isEqualTo(perDay(online, events)).allSatisfy((day, points) ->
                assertThat(points).isLessThanOrEqualTo(DAY_CAP));
        assertThat(given(offline, "anggaran-offline")).isEqualTo(given(online, "anggaran-online")).isEqualTo(BUDGET);
        long buyers = events.stream().map(Event::member).distinct().count();
        assertThat(given(offline, "pertama")).isEqualTo(given(online, "pertama")).isEqualTo(70 * buyers);
        for (int member = 0; member < MEMBERS; member++) {
            int who = member;
            assertThat(events.stream().filter(event -> event.member() == who)
                            .filter(event -> points(offline, event.number(), "pertama") > 0))
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(differences(online, offline)).as("the order of arrival was another").isPositive();
        keepsItsPromises(online, offline);
    }

    private String category(String word) {
        return story + " " + word;
    }

    private void publish(String code, Effect effect, Conditions conditions, Caps caps) {
        LocalText name = LocalText.of(category(code), category(code));
        rules.publish(
                "cerita-" + ids.next(),
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, conditions, effect, 12, shop.store().partnerId(), null, null, caps, null,
                        null),
                LONG_AGO,
                Optional.empty());
    }

    /** What happens at the tills in the days before yesterday, in its order. */
    private List<Event> events(Random random, boolean refunds) {
        Instant begin = clock.now().minus(Duration.ofDays(DAYS + 2));
        List<Event> events = new ArrayList<>();
        for (int count = 0; count < SALES; count++) {
            Instant at = begin.plusSeconds(random.nextInt(DAYS * 86_400));
            Event sale = new Event(
                    at, random.nextInt(TILLS), random.nextInt(MEMBERS), 10_000 + 1_000L * random.nextInt(140), Receipts.number(),
                    Optional.empty());
            events.add(sale);
            if (refunds && random.nextInt(3) == 0) {
                events.add(new Event(
                        at.plusSeconds(60 + random.nextInt(86_400)), random.nextInt(TILLS), sale.member(), sale.rupiah(),
                        Receipts.number(), Optional.of(sale.number())));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private World world(String name) {
        return new World(name, IntStream.range(0, MEMBERS).mapToObj(each -> shop.member()).toList(), new HashMap<>());
    }

    /** With a line: one after the other. */
    private void sell(World world, List<Event> events, String category) {
        List<Browser> online = IntStream.range(0, TILLS)
                .mapToObj(each -> tills.till(EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE)))
                .toList();
        for (Event event : events) {
            String path = event.refundOf().isPresent() ? "/api/v1/refunds" : "/api/v1/purchases";
            Browser.Answer answer = online.get(event.till()).post(path, json(world, event, category, events));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            if (event.refundOf().isEmpty()) {
                world.purchases().put(event.number(), answer.text("purchaseId"));
            }
        }
    }

    private String json(World world, Event event, String category, List<Event> events) {
        String number = world.name() + event.number();
        Object request = event.refundOf()
                .<Object>map(of -> Receipts.refund(number, event.at(), back(world, of, events)))
                .orElseGet(() -> Receipts.receipt(
                        number, event.at(), world.members().get(event.member()),
                        new Receipts.Item("Kopi", category(category), event.rupiah(), "2"), Receipts.Item.of(5_000)));
        try {
            return mapper.writeValueAsString(request);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** One of the two pieces comes back. */
    private static RefundLineRequest back(World world, String number, List<Event> events) {
        Event sold = events.stream().filter(event -> event.number().equals(number)).findFirst().orElseThrow();
        return new RefundLineRequest(
                null,
                new PurchaseReferenceRequest(null, Receipts.date(sold.at()), "3", world.name() + number, null),
                1, "1", null);
    }

    /** Without a line: each till signs in its order, and what it signed comes as it may. */
    private void bring(World world, List<Event> events, String category, Random random) throws Exception {
        List<SigningTill> offline = new ArrayList<>();
        List<Sent> batches = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            SigningTill signer = signing.till();
            offline.add(signer);
            batches.addAll(signed(world, signer, till, events, category, random));
        }
        Sent lost = batches.stream().filter(batch -> batch.number() == 2).findFirst().orElseThrow();
        List<Sent> coming = new ArrayList<>(batches);
        coming.remove(lost);
        IntStream.range(0, 4).forEach(each -> coming.add(batches.stream()
                .filter(batch -> !batch.equals(lost))
                .toList()
                .get(random.nextInt(batches.size() - 1))));
        Collections.shuffle(coming, random);
        assertThat(coming.getFirst().till().send(changed(coming.getFirst())).text("code")).isEqualTo("batch_signature_wrong");
        for (Sent batch : coming) {
            take(world, batch);
        }

        assertThat(lost.till().missing()).containsExactly("2-2");
        assertThat(offline.stream().filter(till -> !till.equals(lost.till()))).allSatisfy(till -> assertThat(till.missing()).isEmpty());
        take(world, lost);
        assertThat(lost.till().missing()).isEmpty();
        assertThat(signing.administrator().get(coming.getFirst().till().path("signing")).json().get("refused").size()).isEqualTo(1);
    }

    /** A batch on its way. */
    private record Sent(SigningTill till, long number, String batch, List<Event> events) {}

    private List<Sent> signed(
            World world, SigningTill till, int number, List<Event> events, String category, Random random) {
        List<Event> own = events.stream().filter(event -> event.till() == number).toList();
        List<Sent> batches = new ArrayList<>();
        int most = Math.max(1, own.size() / 4);
        for (int from = 0; from < own.size(); ) {
            int until = Math.min(own.size(), from + 1 + random.nextInt(most));
            List<Event> some = own.subList(from, until);
            String batch = till.sign(some.stream()
                    .map(event -> event.refundOf().isPresent()
                            ? SigningTills.refund(json(world, event, category, events))
                            : SigningTills.purchase(json(world, event, category, events)))
                    .toArray(String[]::new));
            batches.add(new Sent(till, till.signer().number(), batch, some));
            from = until;
        }
        return batches;
    }

    private static String changed(Sent sent) {
        String[] parts = sent.batch().split("\\.");
        return parts[0] + "." + BatchSigner.base64(BatchSigner.utf8("{\"receipts\":[{}]}")) + "." + parts[2];
    }

    private static void take(World world, Sent sent) {
        Browser.Answer answer = sent.till().send(sent.batch());
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        List<JsonNode> rows = SigningTills.items(answer.json().get("items")).toList();
        for (int place = 0; place < rows.size(); place++) {
            Event event = sent.events().get(place);
            assertThat(rows.get(place).get("status").getIntValue()).as(answer.body()).isBetween(200, 201);
            if (event.refundOf().isEmpty()) {
                world.purchases().put(
                        event.number(), rows.get(place).get("purchase").get("purchaseId").getStringValue());
            }
        }
    }

    /** What the ledger wrote of a member, by kind and account. */
    private Map<String, Long> entries(UUID member) {
        return transactions.read(connection -> {
            Map<String, Long> sums = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT t.kind, e.account, SUM(e.points) AS points
                    FROM ledger_entry e
                    JOIN ledger_transaction t ON t.member_id = e.member_id AND t.id = e.transaction_id
                    WHERE e.member_id = ?
                    GROUP BY t.kind, e.account""")) {
                select.setBytes(1, UuidBytes.of(member));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sums.put(row.getString("kind") + " " + row.getString("account"), row.getLong("points"));
                    }
                }
            }
            return sums;
        });
    }

    private List<String> lots(UUID member) {
        Balance balance = ledger.balance(member);
        return balance.lots().stream()
                .filter(lot -> lot.points() > 0)
                .collect(Collectors.groupingBy(
                        lot -> lot.state() + " until " + lot.expiresAt().map(Instant::toString).orElse("ever"),
                        TreeMap::new,
                        Collectors.summingLong(Balance.LotLeft::points)))
                .entrySet()
                .stream()
                .map(lot -> lot.getValue() + " " + lot.getKey())
                .toList();
    }

    private String figures(World world, String number) {
        JsonNode purchase = purchase(world, number);
        return purchase.get("pointsEarned").getLongValue() + " - " + purchase.get("pointsTakenBack").getLongValue();
    }

    /** A purchase as it is once the story is over, read once: staff are asked to slow down as anybody is. */
    private JsonNode purchase(World world, String number) {
        return read.computeIfAbsent(world.purchases().get(number), id -> {
            Browser.Answer answer = signing.administrator().get("/api/v1/purchases/" + id);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json();
        });
    }

    private Optional<JsonNode> item(World world, String number, String rule) {
        return SigningTills.items(purchase(world, number).get("explanation"))
                .filter(item -> item.get("name").get("en").getStringValue().equals(category(rule)))
                .findFirst();
    }

    private long points(World world, String number, String rule) {
        return item(world, number, rule).map(item -> item.get("points").getLongValue()).orElse(0L);
    }

    private long given(World world, String rule) {
        return world.purchases().keySet().stream().mapToLong(number -> points(world, number, rule)).sum();
    }

    /** Points of the capped rule by member and day. */
    private Map<String, Long> perDay(World world, List<Event> events) {
        return events.stream().collect(Collectors.groupingBy(
                event -> event.member() + " on " + LocalDate.ofInstant(event.at(), ZoneId.of("Asia/Jakarta")),
                TreeMap::new,
                Collectors.summingLong(event -> points(world, event.number(), "harian"))));
    }

    /** How many rules gave a receipt another number of points; each says why in both worlds. */
    private long differences(World online, World offline) {
        long differences = 0;
        for (String number : online.purchases().keySet()) {
            for (String rule : List.of("harian", "pertama", "anggaran-")) {
                JsonNode here = item(online, number, ofWorld(online, rule)).orElseThrow();
                JsonNode there = item(offline, number, ofWorld(offline, rule)).orElseThrow();
                long more = here.get("points").getLongValue() - there.get("points").getLongValue();
                if (more != 0) {
                    differences++;
                    for (JsonNode item : List.of(here, there)) {
                        assertThat(item.get("reason").get("en").getStringValue())
                                .as(rule + " of " + number)
                                .contains("sent late, counted in the order of arrival");
                    }
                    JsonNode less = more < 0 ? here : there;
                    assertThat(less.get("cappedBy") != null
                                    || less.get("reason").get("en").getStringValue().startsWith("Only for the first purchase"))
                            .as(less.toString())
                            .isTrue();
                }
            }
        }
        return differences;
    }

    /** A budget is of one world alone. */
    private static String ofWorld(World world, String rule) {
        return rule.endsWith("-") ? rule + world.name() : rule;
    }

    private void keepsItsPromises(World... worlds) {
        List<UUID> members = Stream.of(worlds).flatMap(world -> world.members().stream()).toList();
        assertThat(proof.promises(members)).allMatch(Promise::holds);
    }
}
