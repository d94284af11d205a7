package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Json;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JudgementsPropertyTest {

    private static final String BEFORE = """
            {"pendingFor":[],"tier":"gold","throughOffers":["01a22337-78df-7a8a-80ae-72cb11c83aa4"],"base":38750000,"late":false,\
            "rules":[{"rule":"01a22337-7708-7a31-9b7f-8a700e21a9d3","version":1,"funder":"01a22337-689c-753f-b95b-2f034d741daa",\
            "reason":"MULTIPLIED","points":193,"base":38750000,"items":4,"lines":[{"position":1,"points":84},\
            {"position":2,"points":11},{"position":3,"points":67},{"position":4,"points":31}],\
            "ceiling":{"points":1000000,"by":"points_a_day"}},\
            {"rule":"01a22337-78df-7a8a-80ae-72cb11c83aa4","version":1,"funder":"01a22337-689c-753f-b95b-2f034d741daa",\
            "reason":"NO_MATCHING_LINES"}],"facts":{"firstPurchase":true,"audiences":[]}}""";

    private final Judgements judgements = new Judgements(new Json(ObjectMapper.getDefault()));

    @Property(tries = 2_000)
    void what_is_read_is_what_was_written(@ForAll("any") Judgement judgement) {
        assertThat(judgements.read(judgements.write(judgement))).isEqualTo(judgement);
    }

    @Example
    void judgements_kept_as_json_of_the_record_are_read_too_and_written_in_half_the_room() {
        Judgement read = judgements.read(BEFORE);

        assertThat(read.tier()).isEqualTo("gold");
        assertThat(read.points()).isEqualTo(193);
        assertThat(read.facts()).isEqualTo(new Facts(true, Set.of()));
        assertThat(read.rules()).extracting(RuleOutcome::reason).containsExactly(Reason.MULTIPLIED, Reason.NO_MATCHING_LINES);
        assertThat(judgements.read(judgements.write(read))).isEqualTo(read);
        assertThat(judgements.write(read).length()).isLessThan(BEFORE.length() / 2);
    }

    @Example
    void a_text_that_is_none_is_refused() {
        for (String text : List.of("", "[", "[\"gold\",1,0,0,[],[[\"x\"]]]", "[\"gold\",1,0,0,[],[],{\"more\":1}]", "nothing")) {
            assertThatThrownBy(() -> judgements.read(text)).isInstanceOf(RuntimeException.class);
        }
    }

    @Provide
    Arbitrary<Judgement> any() {
        Arbitrary<UUID> ids = Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong()));
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(12),
                        ids.set().ofMaxSize(3),
                        Arbitraries.longs(),
                        Arbitraries.of(true, false),
                        ids.list().ofMinSize(1).ofMaxSize(3).flatMap(funders -> outcomes(ids, funders).list().ofMaxSize(15)),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20).set().ofMaxSize(3),
                        Combinators.combine(Arbitraries.of(true, false), ids.set().ofMaxSize(3)).as(Facts::new).injectNull(0.3),
                        Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond).injectNull(0.7))
                .as(Judgement::new);
    }

    private static Arbitrary<RuleOutcome> outcomes(Arbitrary<UUID> ids, List<UUID> funders) {
        Arbitrary<Long> numbers = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs());
        Arbitrary<List<RuleOutcome.LinePoints>> lines = Combinators.combine(Arbitraries.integers(), numbers)
                .as(RuleOutcome.LinePoints::new)
                .list()
                .ofMaxSize(5);
        Arbitrary<Ceiling> ceilings = Combinators.combine(numbers, Arbitraries.of(CapKind.values())).as(Ceiling::new);
        return Combinators.combine(
                        ids, Arbitraries.integers(), Arbitraries.of(funders), Arbitraries.of(Reason.values()), numbers,
                        numbers, Combinators.combine(Arbitraries.integers(), lines).as(Looked::new),
                        Combinators.combine(numbers.injectNull(0.7), ceilings.injectNull(0.7)).as(Trimmed::new))
                .as((rule, version, funder, reason, points, base, looked, trimmed) -> new RuleOutcome(
                        rule, version, funder, reason, points, base, looked.items, looked.lines, trimmed.wanted, trimmed.ceiling));
    }

    private record Looked(int items, List<RuleOutcome.LinePoints> lines) {}

    private record Trimmed(Long wanted, Ceiling ceiling) {}
}
