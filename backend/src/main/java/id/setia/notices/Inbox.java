package id.setia.notices;

import id.setia.kernel.Cursor;
import id.setia.kernel.FieldError;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A member's inbox and how they want to be told. */
@Singleton
class Inbox {

    private static final UUID END = new UUID(-1L, -1L);
    private static final String TOPICS =
            List.of(NoticeTopic.values()).stream().map(NoticeTopic::value).collect(Collectors.joining(", "));

    private final NoticeRows rows;
    private final NoticeTexts texts;
    private final NoticeChoices choices;
    private final Transactions transactions;

    Inbox(NoticeRows rows, NoticeTexts texts, NoticeChoices choices, Transactions transactions) {
        this.rows = rows;
        this.texts = texts;
        this.choices = choices;
        this.transactions = transactions;
    }

    /** A page, the latest first. */
    NoticeListResponse page(UUID memberId, Optional<String> cursor, int limit) {
        UUID before = cursor.map(Inbox::place).orElse(END);
        return transactions.read(connection -> {
            Page<Notice> page = Page.of(
                    rows.before(connection, memberId, before, limit + 1),
                    limit,
                    notice -> Cursor.of(PublicId.NOTICE.format(notice.id())));
            return new NoticeListResponse(
                    page.items().stream().map(this::response).toList(),
                    rows.unseen(connection, memberId),
                    page.nextCursor().orElse(null));
        });
    }

    private static UUID place(String cursor) {
        return PublicId.NOTICE
                .parse(Cursor.place(cursor))
                .orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown"));
    }

    private NoticeResponse response(Notice notice) {
        return new NoticeResponse(
                PublicId.NOTICE.format(notice.id()),
                notice.kind().value(),
                notice.kind().topic().value(),
                texts.title(notice),
                texts.text(notice),
                notice.happenedAt(),
                notice.seen(),
                notice.sent().stream().sorted().map(NoticeChannel::value).toList());
    }

    int unseen(UUID memberId) {
        return transactions.read(connection -> rows.unseen(connection, memberId));
    }

    /** Everything up to the notice was seen; how many were not. */
    int see(UUID memberId, String upTo) {
        UUID notice = PublicId.NOTICE.parse(upTo).orElseThrow(() -> Problem.invalid("/upTo", "value_malformed"));
        return transactions.write(connection -> {
            rows.see(connection, memberId, notice);
            return rows.unseen(connection, memberId);
        });
    }

    NoticeChoicesResponse choices(UUID memberId) {
        return new NoticeChoicesResponse(choices.of(memberId).entrySet().stream()
                .map(choice -> NoticeChoiceResponse.of(choice.getKey(), choice.getValue()))
                .toList());
    }

    /** @throws Problem {@code validation_failed} for an unknown topic, or one that cannot be switched off */
    NoticeChoicesResponse choose(UUID memberId, List<NoticeChoice> items) {
        List<FieldError> errors = new ArrayList<>();
        Map<NoticeTopic, Set<NoticeChannel>> chosen = new EnumMap<>(NoticeTopic.class);
        for (int index = 0; index < items.size(); index++) {
            NoticeChoice choice = items.get(index);
            Optional<NoticeTopic> topic = NoticeTopic.of(choice.topic());
            if (topic.isEmpty()) {
                errors.add(new FieldError("/items/" + index + "/topic", "value_unknown", List.of(TOPICS)));
            } else if (topic.get().urgent() && !choice.email()) {
                errors.add(new FieldError("/items/" + index + "/email", "must_be_true", List.of()));
            } else {
                chosen.put(topic.get(), channels(choice));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        choices.choose(memberId, chosen);
        return choices(memberId);
    }

    private static Set<NoticeChannel> channels(NoticeChoice choice) {
        Set<NoticeChannel> channels = EnumSet.noneOf(NoticeChannel.class);
        if (choice.email()) {
            channels.add(NoticeChannel.EMAIL);
        }
        if (choice.phone()) {
            channels.add(NoticeChannel.PHONE);
        }
        return channels;
    }
}
