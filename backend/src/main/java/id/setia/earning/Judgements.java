package id.setia.earning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.setia.kernel.Json;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Judgements as the text that is kept with every transaction, and back. It is the largest part of what a purchase writes, so
 * it is short: JSON lists in place of objects, ids in 22 characters, funders named once, and nothing at the end of an outcome
 * that is zero or absent:
 *
 * <pre>[tier, base, late, first purchase, [funder, …], [outcome, …], {more}]
 * outcome: [rule, version, funder's place, reason, points, base, items, [position, points, …], wanted, ceiling, capped by]</pre>
 */
@Singleton
public class Judgements {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();
    private static final String OFFERS = "offers";
    private static final String AUDIENCES = "audiences";
    private static final String PENDING = "pending";
    private static final String CONFIRMED = "confirmed";

    private final Json json;

    Judgements(Json json) {
        this.json = json;
    }

    public String write(Judgement judgement) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator to = FACTORY.createGenerator(text)) {
            Facts facts = judgement.facts() == null ? Facts.NONE : judgement.facts();
            List<UUID> funders =
                    judgement.rules().stream().map(RuleOutcome::funder).distinct().toList();
            to.writeStartArray();
            to.writeString(judgement.tier());
            to.writeNumber(judgement.base());
            to.writeNumber(judgement.late() ? 1 : 0);
            to.writeNumber(facts.firstPurchase() ? 1 : 0);
            ids(to, funders);
            to.writeStartArray();
            for (RuleOutcome outcome : judgement.rules()) {
                outcome(to, outcome, funders);
            }
            to.writeEndArray();
            more(to, judgement, facts);
            to.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void outcome(JsonGenerator to, RuleOutcome outcome, List<UUID> funders) throws IOException {
        to.writeStartArray();
        to.writeString(text(outcome.rule()));
        to.writeNumber(outcome.version());
        to.writeNumber(funders.indexOf(outcome.funder()));
        to.writeString(outcome.reason().name());
        int last = last(outcome);
        if (last > 0) {
            to.writeNumber(outcome.points());
        }
        if (last > 1) {
            to.writeNumber(outcome.base());
        }
        if (last > 2) {
            to.writeNumber(outcome.items());
        }
        if (last > 3) {
            to.writeStartArray();
            for (RuleOutcome.LinePoints line : outcome.lines()) {
                to.writeNumber(line.position());
                to.writeNumber(line.points());
            }
            to.writeEndArray();
        }
        if (last > 4) {
            number(to, outcome.wanted());
        }
        if (last > 5) {
            to.writeNumber(outcome.ceiling().points());
            to.writeString(outcome.ceiling().by().name());
        }
        to.writeEndArray();
    }

    /** How many of the places that may be left out are filled. */
    private static int last(RuleOutcome outcome) {
        if (outcome.ceiling() != null) {
            return 6;
        } else if (outcome.wanted() != null) {
            return 5;
        } else if (!outcome.lines().isEmpty()) {
            return 4;
        } else if (outcome.items() != 0) {
            return 3;
        } else if (outcome.base() != 0) {
            return 2;
        }
        return outcome.points() != 0 ? 1 : 0;
    }

    private static void number(JsonGenerator to, Long number) throws IOException {
        if (number == null) {
            to.writeNull();
        } else {
            to.writeNumber(number);
        }
    }

    private static void more(JsonGenerator to, Judgement judgement, Facts facts) throws IOException {
        if (judgement.throughOffers().isEmpty()
                && facts.audiences().isEmpty()
                && judgement.pendingFor().isEmpty()
                && judgement.confirmedAt() == null) {
            return;
        }
        to.writeStartObject();
        field(to, OFFERS, judgement.throughOffers().stream().map(Judgements::text).toList());
        field(to, AUDIENCES, facts.audiences().stream().map(Judgements::text).toList());
        field(to, PENDING, judgement.pendingFor());
        if (judgement.confirmedAt() != null) {
            to.writeStringField(CONFIRMED, judgement.confirmedAt().toString());
        }
        to.writeEndObject();
    }

    private static void field(JsonGenerator to, String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            to.writeArrayFieldStart(name);
            for (String value : values) {
                to.writeString(value);
            }
            to.writeEndArray();
        }
    }

    private static void ids(JsonGenerator to, List<UUID> ids) throws IOException {
        to.writeStartArray();
        for (UUID id : ids) {
            to.writeString(text(id));
        }
        to.writeEndArray();
    }

    private static String text(UUID id) {
        return TO_TEXT.encodeToString(UuidBytes.of(id));
    }

    private static UUID id(String text) {
        return UuidBytes.from(FROM_TEXT.decode(text));
    }

    /** The judgement of a text written by {@link #write}, or as JSON of the record, as it was kept before. */
    public Judgement read(String text) {
        if (text.startsWith("{")) {
            return json.read(text, Judgement.class);
        }
        try (JsonParser from = FACTORY.createParser(text)) {
            expect(from.nextToken(), JsonToken.START_ARRAY);
            String tier = from.nextTextValue();
            long base = next(from);
            boolean late = next(from) == 1;
            boolean firstPurchase = next(from) == 1;
            List<UUID> funders = texts(from).stream().map(Judgements::id).toList();
            expect(from.nextToken(), JsonToken.START_ARRAY);
            List<RuleOutcome> outcomes = new ArrayList<>();
            while (from.nextToken() == JsonToken.START_ARRAY) {
                outcomes.add(outcome(from, funders));
            }
            return more(from, new Judgement(tier, Set.of(), base, late, outcomes), firstPurchase);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RuleOutcome outcome(JsonParser from, List<UUID> funders) throws IOException {
        UUID rule = id(from.nextTextValue());
        int version = (int) next(from);
        UUID funder = funders.get((int) next(from));
        Reason reason = Reason.valueOf(from.nextTextValue());
        long points = 0;
        long base = 0;
        int items = 0;
        List<RuleOutcome.LinePoints> lines = new ArrayList<>();
        Long wanted = null;
        Ceiling ceiling = null;
        int place = 0;
        for (JsonToken token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) {
            switch (place++) {
                case 0 -> points = from.getLongValue();
                case 1 -> base = from.getLongValue();
                case 2 -> items = from.getIntValue();
                case 3 -> {
                    expect(token, JsonToken.START_ARRAY);
                    while (from.nextToken() != JsonToken.END_ARRAY) {
                        lines.add(new RuleOutcome.LinePoints(from.getIntValue(), next(from)));
                    }
                }
                case 4 -> wanted = token == JsonToken.VALUE_NULL ? null : (Long) from.getLongValue();
                case 5 -> ceiling = new Ceiling(from.getLongValue(), CapKind.valueOf(from.nextTextValue()));
                default -> throw new IOException("an outcome has too many places");
            }
        }
        return new RuleOutcome(rule, version, funder, reason, points, base, items, lines, wanted, ceiling);
    }

    private static Judgement more(JsonParser from, Judgement judgement, boolean firstPurchase) throws IOException {
        Set<UUID> offers = new LinkedHashSet<>();
        Set<UUID> audiences = new LinkedHashSet<>();
        Set<String> pending = new LinkedHashSet<>();
        Instant confirmedAt = null;
        if (from.nextToken() == JsonToken.START_OBJECT) {
            for (String name = from.nextFieldName(); name != null; name = from.nextFieldName()) {
                switch (name) {
                    case OFFERS -> texts(from).forEach(id -> offers.add(id(id)));
                    case AUDIENCES -> texts(from).forEach(id -> audiences.add(id(id)));
                    case PENDING -> pending.addAll(texts(from));
                    case CONFIRMED -> confirmedAt = Instant.parse(from.nextTextValue());
                    default -> throw new IOException("a judgement says " + name);
                }
            }
        }
        return new Judgement(
                judgement.tier(), offers, judgement.base(), judgement.late(), judgement.rules(), pending,
                new Facts(firstPurchase, audiences), confirmedAt);
    }

    private static List<String> texts(JsonParser from) throws IOException {
        expect(from.nextToken(), JsonToken.START_ARRAY);
        List<String> texts = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            texts.add(from.getText());
        }
        return texts;
    }

    private static long next(JsonParser from) throws IOException {
        from.nextToken();
        return from.getLongValue();
    }

    private static void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("expected " + expected + ", found " + found);
        }
    }
}
