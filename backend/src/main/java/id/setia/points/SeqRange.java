package id.setia.points;

import java.util.UUID;

/**
 * A stretch of one member's entries by their numbers.
 *
 * @param after the number before the first
 * @param last the number of the last
 */
public record SeqRange(UUID memberId, long after, long last) {}
