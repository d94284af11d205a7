package id.setia.members;

import java.time.Instant;
import java.util.UUID;

/** A membership has been frozen; published inside the transaction that freezes it. */
public record MemberFrozen(UUID memberId, Instant at) {}
