package id.setia.posting;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.partners.TerminalKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The numbers and hashes by which the batches of a till hang together. A number is given to a batch before its receipts are
 * posted, in a transaction of its own: whatever stops the server after that, the same batch sent again has the same effect
 * once, since each of its receipts has a natural key, and no other batch takes its number.
 */
@Singleton
class SignedChains {

    private final SignedBatchRows rows;
    private final Transactions transactions;
    private final BusinessClock clock;

    SignedChains(SignedBatchRows rows, Transactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A batch that has its number.
     *
     * @param replayed whether it had it before
     * @param missing what has not come of its chain
     */
    record Taken(SignedBatch batch, boolean replayed, List<SignedGap> missing) {}

    /**
     * Takes a batch whose signature holds into the chain of its key. A number that follows after a gap is taken; what is
     * missing is checked against it when it comes.
     *
     * @param receipts how many it has
     * @throws Problem {@code batch_conflict} when another batch has its number, {@code batch_chain_broken} when it does not
     *     follow from the one before, or the one after does not follow from it
     */
    Taken take(SignedEnvelope envelope, TerminalKey key, int receipts) {
        return transactions.write(connection -> {
            Instant now = clock.now();
            UUID terminal = key.terminalId();
            byte[] beginning = SignedEnvelope.beginning(key.publicKey());
            SignedChain chain = rows.lock(connection, terminal, key.number(), beginning, now);
            Optional<SignedBatch> known = rows.find(connection, terminal, key.number(), envelope.number());
            if (known.isPresent()) {
                requireSame(known.get(), envelope, chain);
                return new Taken(known.get(), true, rows.gaps(connection, terminal, key.number()));
            }
            requireLinks(connection, envelope, chain, beginning);
            SignedBatch batch = new SignedBatch(
                    terminal, key.number(), envelope.number(), envelope.hash(), envelope.previous(), receipts,
                    OptionalInt.empty(), now, Optional.empty());
            rows.add(connection, batch);
            place(connection, chain, batch);
            return new Taken(batch, false, rows.gaps(connection, terminal, key.number()));
        });
    }

    private static void requireSame(SignedBatch known, SignedEnvelope envelope, SignedChain chain) {
        if (!known.isSameAs(envelope)) {
            throw Problem.of(
                    ProblemCode.BATCH_CONFLICT,
                    Long.toString(known.number()),
                    SignedEnvelope.written(known.hash()),
                    Long.toString(chain.lastNumber()),
                    SignedEnvelope.written(chain.lastHash()));
        }
    }

    private void requireLinks(Connection connection, SignedEnvelope envelope, SignedChain chain, byte[] beginning)
            throws SQLException {
        Optional<byte[]> before = hashBefore(connection, envelope, chain, beginning);
        if (before.isPresent() && !envelope.follows(before.get())) {
            throw Problem.of(
                    ProblemCode.BATCH_CHAIN_BROKEN,
                    Long.toString(envelope.number()),
                    Long.toString(envelope.number() - 1),
                    SignedEnvelope.written(before.get()));
        }
        if (envelope.number() < chain.lastNumber()) {
            Optional<SignedBatch> after =
                    rows.find(connection, chain.terminalId(), chain.keyNumber(), envelope.number() + 1);
            if (after.isPresent() && !Arrays.equals(after.get().previousHash(), envelope.hash())) {
                throw Problem.of(
                        ProblemCode.BATCH_CHAIN_BROKEN,
                        Long.toString(after.get().number()),
                        Long.toString(envelope.number()),
                        SignedEnvelope.written(after.get().previousHash()));
            }
        }
    }

    private Optional<byte[]> hashBefore(
            Connection connection, SignedEnvelope envelope, SignedChain chain, byte[] beginning) throws SQLException {
        if (envelope.number() == 1) {
            return Optional.of(beginning);
        }
        return envelope.number() == chain.lastNumber() + 1
                ? Optional.of(chain.lastHash())
                : rows.find(connection, chain.terminalId(), chain.keyNumber(), envelope.number() - 1).map(SignedBatch::hash);
    }

    private void place(Connection connection, SignedChain chain, SignedBatch batch) throws SQLException {
        if (batch.number() <= chain.lastNumber()) {
            rows.fill(connection, batch.terminalId(), batch.keyNumber(), batch.number());
            return;
        }
        if (batch.number() > chain.lastNumber() + 1) {
            rows.addGap(
                    connection, batch.terminalId(), batch.keyNumber(),
                    SignedGap.noticed(chain.lastNumber() + 1, batch.number() - 1, batch.receivedAt()));
        }
        rows.moveOn(connection, batch);
    }

    /** Notes that each receipt of the batch is in the books, or refused for good. */
    void posted(SignedBatch batch, int refused) {
        transactions.write(connection -> {
            rows.posted(connection, batch, refused, clock.now());
            return null;
        });
    }
}
