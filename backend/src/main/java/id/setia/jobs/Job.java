package id.setia.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A job.
 *
 * @param kind which worker does it
 * @param title what staff know it by, the name of its file
 * @param parameters opaque text of its worker: what to do
 * @param checkpoint opaque number of its worker: what is done and need not be done again; 0 at first
 * @param total how much there is to do, once known
 * @param counts opaque text of its worker: what came of it so far; empty at first
 * @param message why it failed, a stable code
 * @param epoch raised by each claim; who holds an older one holds nothing
 */
public record Job(
        UUID id,
        String kind,
        JobState state,
        String title,
        String parameters,
        long checkpoint,
        OptionalLong total,
        String counts,
        Optional<String> message,
        Optional<UUID> createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        long epoch) {}
