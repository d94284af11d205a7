package id.setia.notices;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One thing a member is told.
 *
 * @param source what it tells of; a member is told of one source once
 * @param sent how it went out beside the inbox
 */
record Notice(
        UUID memberId,
        UUID id,
        String source,
        NoticeKind kind,
        Figures figures,
        Instant happenedAt,
        Set<NoticeChannel> sent,
        boolean seen) {

    static Notice unseen(UUID memberId, UUID id, String source, NoticeKind kind, Figures figures, Instant happenedAt) {
        return new Notice(memberId, id, source, kind, figures, happenedAt, Set.of(), false);
    }
}
