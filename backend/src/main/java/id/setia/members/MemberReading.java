package id.setia.members;

import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What is known of one member, read along with other rows of theirs. */
public final class MemberReading {

    private static final SheafPart MEMBER = new SheafPart(
            "member WHERE id = ?",
            List.of("id", "merged_into"),
            List.of("state", "name", "language", "enrolled_by"),
            List.of(),
            List.of("birth_date", "joined_at"));

    private static final SheafPart IDENTIFIERS = new SheafPart(
            "member_identifier WHERE member_id = ?",
            List.of("issuer", "value"),
            List.of("kind", "state", "label"),
            List.of("main", "may_spend"),
            List.of("created_at"));

    private static final SheafPart CONSENTS = new SheafPart(
            "consent WHERE member_id = ?",
            List.of("id"),
            List.of("purpose", "text_version", "channel"),
            List.of("given"),
            List.of("recorded_at"));

    private final UUID memberId;
    private final List<Known> identifiers = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private Optional<MemberRows.Row> member = Optional.empty();

    private record Known(IdentifierRows.Row row, Instant createdAt) {

        static final Comparator<Known> MAIN_FIRST = Comparator.comparing((Known known) -> !known.row().main())
                .thenComparing(Known::createdAt)
                .thenComparing(known -> known.row().reference().value());
    }

    private record Word(UUID id, ConsentPurpose purpose, boolean given, String textVersion, String channel, Instant at) {

        static final Comparator<Word> OLDEST_FIRST = Comparator.comparing(Word::at).thenComparing(Word::id);

        MemberProfile.Consent consent() {
            return new MemberProfile.Consent(purpose, given, textVersion, at, channel);
        }
    }

    private MemberReading(UUID memberId) {
        this.memberId = memberId;
    }

    /** Adds the member to the sheaf; known once that is read. */
    public static MemberReading of(UUID memberId, Sheaf sheaf) {
        MemberReading reading = new MemberReading(memberId);
        List<UUID> id = List.of(memberId);
        sheaf.add(MEMBER, id, reading::member)
                .add(IDENTIFIERS, id, reading::identifier)
                .add(CONSENTS, id, reading::word);
        return reading;
    }

    /** The same without what only the profile tells: for who needs {@link #found()}. */
    public static MemberReading ofNamed(UUID memberId, Sheaf sheaf) {
        MemberReading reading = new MemberReading(memberId);
        sheaf.add(MEMBER, List.of(memberId), reading::member);
        return reading;
    }

    /** Adds many members to the sheaf. */
    static void ofNamed(Collection<UUID> members, Sheaf sheaf, Consumer<MemberRows.Row> reader) {
        if (!members.isEmpty()) {
            List<UUID> ids = Sql.padded(members);
            SheafPart part = new SheafPart(
                    "member WHERE id IN " + Sql.places(ids),
                    MEMBER.bytes(), MEMBER.texts(), MEMBER.numbers(), MEMBER.times());
            sheaf.add(part, ids, row -> reader.accept(read(row)));
        }
    }

    private void member(Sheaf.Row row) throws SQLException {
        member = Optional.of(read(row));
    }

    private static MemberRows.Row read(Sheaf.Row row) throws SQLException {
        return new MemberRows.Row(
                row.id("id"),
                MemberState.of(row.text("state")),
                row.text("name"),
                Optional.ofNullable(row.date("birth_date")),
                row.text("language"),
                Optional.empty(),
                row.text("enrolled_by"),
                Optional.ofNullable(row.id("merged_into")),
                row.instant("joined_at"));
    }

    private void identifier(Sheaf.Row row) throws SQLException {
        MemberReference reference = new MemberReference(
                MemberReference.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                new String(row.bytes("issuer"), StandardCharsets.UTF_8),
                new String(row.bytes("value"), StandardCharsets.UTF_8));
        identifiers.add(new Known(
                new IdentifierRows.Row(
                        reference,
                        memberId,
                        row.text("state"),
                        Optional.ofNullable(row.text("label")),
                        row.flag("main"),
                        row.flag("may_spend")),
                row.instant("created_at")));
    }

    private void word(Sheaf.Row row) throws SQLException {
        Optional<ConsentPurpose> purpose = ConsentPurpose.of(row.text("purpose"));
        if (purpose.isPresent()) {
            words.add(new Word(
                    row.id("id"),
                    purpose.get(),
                    row.flag("given"),
                    row.text("text_version"),
                    row.text("channel"),
                    row.instant("recorded_at")));
        }
    }

    /** Whom a merged member lives on as, who is to be read in their place. */
    public Optional<UUID> mergedInto() {
        return member.flatMap(MemberRows.Row::mergedInto);
    }

    /** Nothing where there is no such member. */
    public Optional<FoundMember> found() {
        return member.map(MemberRows.Row::found);
    }

    public Optional<Instant> joinedAt() {
        return member.map(MemberRows.Row::joinedAt);
    }

    /** Everything known of the member; nothing where there is none. */
    public Optional<MemberProfile> profile() {
        return member.map(row -> MemberRegistry.profile(
                row,
                identifiers.stream().sorted(Known.MAIN_FIRST).map(Known::row).toList(),
                MemberRegistry.latest(words.stream().sorted(Word.OLDEST_FIRST).map(Word::consent).toList())));
    }
}
