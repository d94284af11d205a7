package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/** A membership has ended; published inside the transaction that ends it. */
public record MemberClosed(UUID memberId, Instant at) {}
