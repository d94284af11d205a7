package id.setia.posting;

import java.util.List;
import java.util.UUID;

/**
 * The batches under one key of a till.
 *
 * @param lastNumber the highest number that was taken; 0 before the first
 * @param lastHash its hash; before the first, what the first is to name
 * @param missing which numbers before it have not come and are waited for, in their order
 * @param closed which nobody waits for any more
 */
record SignedChain(
        UUID terminalId, int keyNumber, long lastNumber, byte[] lastHash, List<SignedGap> missing, List<SignedGap> closed) {}
