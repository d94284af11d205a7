package id.setia.imports;

import id.setia.members.MemberReference;
import id.setia.tiers.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of a file of members that says something.
 *
 * @param numbers at least one; the first is what the member is known by
 * @param tierUntil the last day of the tier
 */
record MemberRow(
        FileRow source,
        List<MemberReference> numbers,
        List<MemberReference> cards,
        Optional<MemberReference> phone,
        Optional<MemberReference> email,
        Optional<String> name,
        Optional<LocalDate> birthDate,
        Optional<LocalDate> joinDate,
        Optional<String> language,
        Optional<Tier> tier,
        Optional<LocalDate> tierUntil,
        List<OpeningLot> opening,
        List<Consent> consents,
        Optional<String> consentSource,
        Optional<String> consentText) {

    /** A yes or no to a purpose, given on a day. */
    record Consent(String purpose, boolean given, LocalDate day) {}

    MemberReference number() {
        return numbers.getFirst();
    }

    /** Everything the member can be found by. */
    Stream<MemberReference> references() {
        return Stream.of(numbers.stream(), cards.stream(), phone.stream(), email.stream()).flatMap(kind -> kind);
    }

    long points() {
        return opening.stream().mapToLong(OpeningLot::points).sum();
    }

    /**
     * All the row says, alike for every order of columns and way of writing.
     *
     * @param funder who funds its points
     */
    String content(String funder) {
        return Stream.of(
                        joined(numbers.stream().map(MemberReference::value)),
                        joined(cards.stream().map(MemberReference::value)),
                        phone.map(MemberReference::value).orElse(""),
                        email.map(MemberReference::value).orElse(""),
                        name.orElse(""),
                        birthDate.map(LocalDate::toString).orElse(""),
                        joinDate.map(LocalDate::toString).orElse(""),
                        language.orElse(""),
                        tier.map(Tier::code).orElse(""),
                        tierUntil.map(LocalDate::toString).orElse(""),
                        joined(opening.stream().map(OpeningLot::text)),
                        opening.isEmpty() ? "" : funder,
                        joined(consents.stream().map(Consent::toString)),
                        consentSource.orElse(""),
                        consentText.orElse(""))
                .collect(Collectors.joining("\u001f"));
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining("\u001e"));
    }

    RefusedRow reported(Refusal refusal) {
        return reported(refusal, points());
    }

    RefusedRow reported(Refusal refusal, long points) {
        return new RefusedRow(source, refusal, points == 0 ? OptionalLong.empty() : OptionalLong.of(points));
    }
}
