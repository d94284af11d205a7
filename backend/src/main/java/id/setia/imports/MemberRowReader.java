package id.setia.imports;

import id.setia.access.EmailAddress;
import id.setia.kernel.FieldError;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberReference;
import id.setia.members.PersonName;
import id.setia.tiers.Tier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads rows of members by themselves: whatever a row says can be told from it alone. */
final class MemberRowReader {

    private static final Pattern PARTS = Pattern.compile("[;|]");
    private static final Pattern WHOLE_NUMBER_WITH_POINT = Pattern.compile("([0-9]+)\\.0+");
    private static final Pattern LOT = Pattern.compile("([0-9]{1,13})(?:@(.*))?");
    private static final Pattern CONSENT = Pattern.compile("([a-z_]+)\\s*=\\s*(\\w+)\\s*@\\s*(\\S+)");
    private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7e]{1,20}");
    private static final Set<String> YES = Set.of("yes", "ya", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "tidak", "n", "false", "0");
    private static final Set<String> LANGUAGES = Set.of("id", "en");
    private static final String NOTHING = "-";
    private static final String TERMS = "terms";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final long MOST_POINTS = 1_000_000_000_000L;
    private static final int MOST_PARTS = 40;

    private final Header<MemberColumn> header;
    private final String issuer;
    private final List<Tier> tiers;
    private final LocalDate today;

    /**
     * @param issuer who gave the members their numbers
     * @param tiers the ladder in force, the lowest first
     * @param today by the programme's calendar
     */
    MemberRowReader(Header<MemberColumn> header, String issuer, List<Tier> tiers, LocalDate today) {
        this.header = header;
        this.issuer = issuer;
        this.tiers = tiers;
        this.today = today;
    }

    /** What reading a row comes to. */
    sealed interface Read {

        record Understood(MemberRow row) implements Read {}

        record Refused(RefusedRow row) implements Read {}
    }

    private static final class NotUnderstood extends Exception {

        private final transient MemberRefusal refusal;

        private NotUnderstood(MemberRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    Read read(FileRow row) {
        try {
            return new Read.Understood(understood(row));
        } catch (NotUnderstood refused) {
            return new Read.Refused(new RefusedRow(row, refused.refusal, OptionalLong.empty()));
        }
    }

    /** What the member of a row would be known by, as far as it is readable, the member's number first; empty without one. */
    List<MemberReference> references(FileRow row) {
        List<MemberReference> found = new ArrayList<>(numbers(row));
        if (!found.isEmpty()) {
            found.addAll(cards(row));
            cell(row, MemberColumn.PHONE).flatMap(CellPhone::parse).ifPresent(found::add);
            cell(row, MemberColumn.EMAIL).flatMap(MemberRowReader::email).ifPresent(found::add);
        }
        return found;
    }

    private MemberRow understood(FileRow row) throws NotUnderstood {
        require(!row.isUnclosed(), MemberRefusal.QUOTE_UNCLOSED);
        require(row.cells().size() == header.titles().size(), MemberRefusal.COLUMNS_DIFFER);
        List<MemberReference> numbers = numbers(row);
        require(!numbers.isEmpty(), MemberRefusal.MEMBER_NUMBER_MISSING);
        List<MemberReference> cards = cards(row);
        require(numbers.size() <= MOST_PARTS && cards.size() <= MOST_PARTS, MemberRefusal.VALUE_TOO_LONG);
        for (MemberReference reference : numbers) {
            requireAtMost(100, reference.value());
        }
        for (MemberReference reference : cards) {
            requireAtMost(100, reference.value());
        }
        Optional<Tier> tier = tier(row);
        Optional<LocalDate> tierUntil = date(row, MemberColumn.TIER_UNTIL);
        require(
                tier.isEmpty() || tier.get().equals(tiers.getFirst()) || tierUntil.isPresent(),
                MemberRefusal.TIER_UNTIL_MISSING);
        return new MemberRow(
                row,
                numbers,
                cards,
                readable(row, MemberColumn.PHONE, CellPhone::parse, MemberRefusal.PHONE_MALFORMED),
                readable(row, MemberColumn.EMAIL, MemberRowReader::email, MemberRefusal.EMAIL_MALFORMED),
                name(row),
                birthDate(row),
                joinDate(row),
                language(row),
                tier,
                tierUntil,
                opening(row),
                consents(row),
                atMost(120, cell(row, MemberColumn.CONSENT_SOURCE)),
                textVersion(row));
    }

    private static void require(boolean good, MemberRefusal otherwise) throws NotUnderstood {
        if (!good) {
            throw new NotUnderstood(otherwise);
        }
    }

    private static void requireAtMost(int bytes, String text) throws NotUnderstood {
        require(text.getBytes(StandardCharsets.UTF_8).length <= bytes, MemberRefusal.VALUE_TOO_LONG);
    }

    private static Optional<String> atMost(int characters, Optional<String> text) throws NotUnderstood {
        require(text.filter(value -> value.length() > characters).isEmpty(), MemberRefusal.VALUE_TOO_LONG);
        return text;
    }

    /** A hyphen is how other systems write nothing. */
    private Optional<String> cell(FileRow row, MemberColumn column) {
        return header.cell(row, column).filter(text -> !text.equals(NOTHING));
    }

    private Stream<String> parts(FileRow row, MemberColumn column) {
        return cell(row, column).stream()
                .flatMap(text -> Arrays.stream(PARTS.split(text)))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    /** A whole number that a spreadsheet wrote with a point is the number: {@code 17850.0} is {@code 17850}. */
    private List<MemberReference> numbers(FileRow row) {
        return parts(row, MemberColumn.MEMBER_NUMBER)
                .map(number -> MemberReference.external(
                        issuer, WHOLE_NUMBER_WITH_POINT.matcher(number).replaceFirst("$1")))
                .distinct()
                .toList();
    }

    private List<MemberReference> cards(FileRow row) {
        return parts(row, MemberColumn.CARDS)
                .map(MemberReference::card)
                .filter(card -> !card.value().isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<MemberReference> email(String text) {
        return EmailAddress.parse(text).map(address -> MemberReference.email(address.value()));
    }

    private <T> Optional<T> readable(
            FileRow row, MemberColumn column, Function<String, Optional<T>> parse, MemberRefusal otherwise)
            throws NotUnderstood {
        Optional<String> text = cell(row, column);
        Optional<T> value = text.flatMap(parse);
        require(text.isEmpty() || value.isPresent(), otherwise);
        return value;
    }

    private Optional<String> name(FileRow row) throws NotUnderstood {
        Optional<String> name = cell(row, MemberColumn.NAME).map(PersonName::normal);
        Optional<FieldError> objection = name.flatMap(text -> PersonName.objection("", text));
        require(objection.filter(error -> error.code().equals("name_too_long")).isEmpty(), MemberRefusal.VALUE_TOO_LONG);
        require(objection.isEmpty(), MemberRefusal.NAME_UNPRINTABLE);
        return name;
    }

    private Optional<LocalDate> date(FileRow row, MemberColumn column) throws NotUnderstood {
        Optional<LocalDate> date = readable(row, column, CellDate::parse, MemberRefusal.DATE_MALFORMED);
        require(date.filter(day -> day.isAfter(LATEST)).isEmpty(), MemberRefusal.DATE_MALFORMED);
        return date;
    }

    private Optional<LocalDate> birthDate(FileRow row) throws NotUnderstood {
        Optional<LocalDate> date = date(row, MemberColumn.BIRTH_DATE);
        require(
                date.filter(day -> day.isBefore(EARLIEST) || !day.isBefore(today)).isEmpty(),
                MemberRefusal.BIRTH_DATE_OUT_OF_RANGE);
        return date;
    }

    private Optional<LocalDate> joinDate(FileRow row) throws NotUnderstood {
        Optional<LocalDate> date = date(row, MemberColumn.JOIN_DATE);
        require(
                date.filter(day -> day.isBefore(EARLIEST) || day.isAfter(today)).isEmpty(),
                MemberRefusal.JOIN_DATE_OUT_OF_RANGE);
        return date;
    }

    private Optional<String> language(FileRow row) throws NotUnderstood {
        Optional<String> language = cell(row, MemberColumn.LANGUAGE).map(text -> text.toLowerCase(Locale.ROOT));
        require(language.filter(text -> !LANGUAGES.contains(text)).isEmpty(), MemberRefusal.LANGUAGE_UNKNOWN);
        return language;
    }

    private Optional<Tier> tier(FileRow row) throws NotUnderstood {
        return readable(
                row,
                MemberColumn.TIER,
                text -> tiers.stream()
                        .filter(tier -> Stream.of(tier.code(), tier.name().id(), tier.name().en())
                                .anyMatch(text::equalsIgnoreCase))
                        .findFirst(),
                MemberRefusal.TIER_UNKNOWN);
    }

    private List<OpeningLot> opening(FileRow row) throws NotUnderstood {
        List<OpeningLot> lots = new ArrayList<>();
        for (String part : parts(row, MemberColumn.OPENING).toList()) {
            Matcher written = LOT.matcher(part);
            require(written.matches(), MemberRefusal.OPENING_MALFORMED);
            long points = Long.parseLong(written.group(1));
            String day = written.group(2) == null ? "" : written.group(2).strip();
            Optional<LocalDate> lastDay = day.isEmpty() ? Optional.empty() : CellDate.parse(day);
            require(points <= MOST_POINTS, MemberRefusal.OPENING_MALFORMED);
            require(day.isEmpty() || lastDay.filter(date -> !date.isAfter(LATEST)).isPresent(), MemberRefusal.OPENING_MALFORMED);
            if (points > 0) {
                lots.add(new OpeningLot(points, lastDay));
            }
        }
        require(lots.size() <= MOST_PARTS, MemberRefusal.VALUE_TOO_LONG);
        return lots;
    }

    /** Of two words on one purpose the later day holds, of the same day the later word. */
    private List<MemberRow.Consent> consents(FileRow row) throws NotUnderstood {
        Map<String, MemberRow.Consent> consents = new LinkedHashMap<>();
        for (String part : parts(row, MemberColumn.CONSENTS).toList()) {
            Matcher written = CONSENT.matcher(part.toLowerCase(Locale.ROOT));
            require(written.matches(), MemberRefusal.CONSENT_MALFORMED);
            String purpose = written.group(1);
            boolean given = YES.contains(written.group(2));
            Optional<LocalDate> day = CellDate.parse(written.group(3));
            require(purpose.equals(TERMS) || ConsentPurpose.of(purpose).isPresent(), MemberRefusal.CONSENT_MALFORMED);
            require(given || NO.contains(written.group(2)), MemberRefusal.CONSENT_MALFORMED);
            require(
                    day.filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today)).isPresent(),
                    MemberRefusal.CONSENT_MALFORMED);
            MemberRow.Consent consent = new MemberRow.Consent(purpose, given, day.orElseThrow());
            consents.merge(purpose, consent, (one, other) -> other.day().isBefore(one.day()) ? one : other);
        }
        return List.copyOf(consents.values());
    }

    private Optional<String> textVersion(FileRow row) throws NotUnderstood {
        Optional<String> version = cell(row, MemberColumn.CONSENT_TEXT);
        require(version.filter(text -> !VERSION.matcher(text).matches()).isEmpty(), MemberRefusal.VALUE_TOO_LONG);
        return version;
    }
}
