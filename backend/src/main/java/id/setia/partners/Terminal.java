package id.setia.partners;

import id.setia.kernel.Version;
import java.util.UUID;

/**
 * A till of a store.
 *
 * @param code the number on its receipts, unique in the store; it never changes
 * @param name what staff call it or where it stands; may be empty
 */
public record Terminal(UUID id, UUID storeId, String code, String name, TerminalState state, Version version) {}
