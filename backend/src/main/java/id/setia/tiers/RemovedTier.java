package id.setia.tiers;

import id.setia.kernel.LocalText;

/**
 * A tier that is no more. Who has it keeps it until the next run.
 *
 * @param fallsTo code of the tier of the ladder its members then fall to
 */
record RemovedTier(String code, LocalText name, String fallsTo) {}
