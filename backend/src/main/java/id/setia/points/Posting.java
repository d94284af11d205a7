package id.setia.points;

import java.time.Instant;

/**
 * What a transaction says about itself.
 *
 * @param key unique for ever, {@code purchase:…}; a second transaction under it is refused by the database
 * @param businessAt when it happened, in the programme's time
 * @param judgement JSON of how the points came about, kept unchanged; {@code {}} where there is nothing to explain
 */
public record Posting(String key, TransactionKind kind, Source source, Instant businessAt, String judgement) {}
