package id.setia.jobs;

import java.util.Optional;
import java.util.UUID;

/** A job to be queued; see {@link Job}. */
public record NewJob(String kind, String title, String parameters, Optional<UUID> createdBy) {}
