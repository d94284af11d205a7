package id.setia.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Groups of kinds, for each of which a member chooses how to be told; the inbox always has them. */
enum NoticeTopic {
    POINTS_IN(Set.of(), false),
    POINTS_OUT(Set.of(NoticeChannel.EMAIL), false),
    EXPIRY(Set.of(NoticeChannel.EMAIL), false),
    TIER(Set.of(NoticeChannel.EMAIL), false),
    CASES(Set.of(NoticeChannel.EMAIL), false),
    OFFERS(Set.of(NoticeChannel.EMAIL, NoticeChannel.PHONE), false),
    SECURITY(Set.of(NoticeChannel.EMAIL), true);

    private final Set<NoticeChannel> channels;
    private final boolean urgent;

    NoticeTopic(Set<NoticeChannel> channels, boolean urgent) {
        this.channels = channels;
        this.urgent = urgent;
    }

    /** How it is told to a member who chose nothing. */
    Set<NoticeChannel> channels() {
        return channels;
    }

    /** Whether it is told at once, also at night, and cannot be switched off. */
    boolean urgent() {
        return urgent;
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NoticeTopic> of(String value) {
        return Arrays.stream(values()).filter(topic -> topic.value().equals(value)).findFirst();
    }
}
