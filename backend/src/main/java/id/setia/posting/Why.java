package id.setia.posting;

/**
 * Why something is put right.
 *
 * @param explanation in the words of who does it, for staff only
 */
record Why(CorrectionReason reason, String explanation) {}
