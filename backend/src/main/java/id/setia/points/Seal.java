package id.setia.points;

import id.setia.kernel.UuidBytes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One seal over everything the ledger had written.
 *
 * @param number 1 for the first, without gaps
 * @param feedPosition up to which place of the feed members were looked at
 * @param walkedTo how far the walk over all accounts got, which seals what was there before the seal was
 * @param walked whether that walk is over
 * @param rulesUntil rule versions published until then are sealed
 * @param members how many members' rows it added, and of them how many transactions
 * @param violations promises that did not hold among the rows it added
 * @param content code over what it added, member by member in the order of the feed
 * @param memberSum sum of the codes of all members
 * @param ruleSum sum of the codes of all sealed rule versions
 * @param code over all of this and the code of the seal before
 */
record Seal(
        long number,
        Instant sealedAt,
        long feedPosition,
        Optional<UUID> walkedTo,
        boolean walked,
        Instant rulesUntil,
        long members,
        long transactions,
        long violations,
        byte[] content,
        SealSum memberSum,
        SealSum ruleSum,
        byte[] code) {

    private static final UUID EVERYBODY = new UUID(0, 0);

    /** Before the first. */
    static final Seal NONE = new Seal(
            0, Instant.EPOCH, 0, Optional.empty(), false, Instant.EPOCH, 0, 0, 0, new byte[32], SealSum.ZERO, SealSum.ZERO,
            new byte[32]);

    byte[] maskedMembers(SealKey key) {
        return memberSum.plus(key.mask("members", EVERYBODY, number)).bytes();
    }

    byte[] maskedRules(SealKey key) {
        return ruleSum.plus(key.mask("rules", EVERYBODY, number)).bytes();
    }

    static SealSum unmaskedMembers(SealKey key, long number, byte[] stored) {
        return SealSum.of(stored).minus(key.mask("members", EVERYBODY, number));
    }

    static SealSum unmaskedRules(SealKey key, long number, byte[] stored) {
        return SealSum.of(stored).minus(key.mask("rules", EVERYBODY, number));
    }

    /** The code it must have after the one before. */
    byte[] codeAfter(byte[] before, SealKey key) {
        return key.code("seal")
                .add(before)
                .add(number)
                .add(sealedAt)
                .add(feedPosition)
                .add(UuidBytes.of(walkedTo.orElse(null)))
                .add(walked ? 1 : 0)
                .add(rulesUntil)
                .add(members)
                .add(transactions)
                .add(violations)
                .add(content)
                .add(memberSum.bytes())
                .add(ruleSum.bytes())
                .end();
    }

    Seal coded(byte[] before, SealKey key) {
        return new Seal(
                number, sealedAt, feedPosition, walkedTo, walked, rulesUntil, members, transactions, violations, content,
                memberSum, ruleSum, codeAfter(before, key));
    }
}
