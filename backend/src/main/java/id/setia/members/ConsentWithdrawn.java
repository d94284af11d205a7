package id.setia.members;

import java.util.UUID;

/** A member no longer agrees to a purpose; published inside the transaction that notes it. */
public record ConsentWithdrawn(UUID memberId, ConsentPurpose purpose) {}
