package id.setia.points;

import java.util.UUID;

/** The document a transaction comes from: a purchase, a refund, a lot that expired. */
public record Source(String kind, UUID id) {}
