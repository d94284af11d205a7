package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.audiences.Audience;
import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferFitTest {

    private static final Map<String, Long> BOUGHT = Map.of("Minuman > Kopi", 7L, "Minuman > Teh", 4L, "Roti", 2L);

    private final Offer coffee = offer(1, new Audience.Everyone(), 20);
    private final Offer tea = offer(2, new Audience.Everyone(), 20);
    private final Offer bread = offer(3, new Audience.Everyone(), 20);
    private final Offer gold = offer(4, new Audience.InTiers(List.of("gold")), 20);
    private final Offer birthday = offer(5, new Audience.BirthdayThisMonth(), 20);
    private final Offer soon = offer(6, new Audience.Everyone(), 10);

    @Test
    void what_a_member_often_buys_comes_first_then_the_personal_then_what_gives_more_then_what_ends_first() {
        List<Offer> ranked = Stream.of(
                        OfferFit.of(bread, Set.of("Roti"), BOUGHT, 0),
                        OfferFit.of(gold, Set.of(), BOUGHT, 0),
                        OfferFit.of(tea, Set.of("Minuman > Teh"), BOUGHT, 500),
                        OfferFit.of(soon, Set.of(), BOUGHT, 0),
                        OfferFit.of(birthday, Set.of(), BOUGHT, 0),
                        OfferFit.of(coffee, Set.of("Minuman"), BOUGHT, 0))
                .sorted(OfferFit.BEST_FIRST)
                .map(OfferFit::offer)
                .toList();

        assertThat(ranked).containsExactly(coffee, tea, birthday, gold, soon, bread);
    }

    @Test
    void a_bigger_bonus_goes_before_a_smaller_one_of_the_same_kind() {
        OfferFit big = OfferFit.of(coffee, Set.of(), BOUGHT, 500);
        OfferFit small = OfferFit.of(soon, Set.of(), BOUGHT, 100);

        assertThat(Stream.of(small, big).sorted(OfferFit.BEST_FIRST)).containsExactly(big, small);
    }

    @Test
    void two_purchases_are_no_habit() {
        assertThat(OfferFit.of(bread, Set.of("Roti"), BOUGHT, 0).often()).isEmpty();
        assertThat(OfferFit.of(bread, Set.of("Mi"), Map.of("Minuman", 9L), 0).often()).isEmpty();
        assertThat(OfferFit.of(coffee, Set.of("Minuman"), BOUGHT, 0).often()).contains("Minuman");
    }

    @Test
    void the_reason_names_what_is_bought_in_plain_words() {
        assertThat(OfferReasons.habit("Minuman > Kopi"))
                .isEqualTo(LocalText.of("Karena Anda sering membeli kopi", "Because you often buy kopi"));
    }

    private static Offer offer(long number, Audience audience, int day) {
        return new Offer(
                new UUID(0, number),
                "o" + number,
                LocalText.of("x", "x"),
                LocalText.of("x", "x"),
                "x",
                audience,
                Optional.of(new UUID(1, number)),
                Optional.empty(),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-%02dT00:00:00Z".formatted(day)),
                false,
                1,
                0,
                false,
                OfferBudget.NONE);
    }
}
