package id.setia.partners;

import java.util.UUID;

/** A till of a store. */
public record Terminal(UUID id, UUID storeId, String code) {}
