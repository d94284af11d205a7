package id.setia.posting;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import id.setia.partners.Terminal;
import id.setia.partners.TerminalKey;
import id.setia.partners.TerminalKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What staff, and the till itself, see of its signed batches. */
@Singleton
class TerminalSigning {

    private static final int MOST_REFUSED = 100;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})\\.(\\d{1,12})");

    private final TerminalKeys keys;
    private final SignedBatchRows rows;
    private final RefusedBatches refused;
    private final Transactions transactions;

    TerminalSigning(TerminalKeys keys, SignedBatchRows rows, RefusedBatches refused, Transactions transactions) {
        this.keys = keys;
        this.rows = rows;
        this.refused = refused;
        this.transactions = transactions;
    }

    TerminalSigningResponse of(Terminal terminal, SignedMode.Mode mode) {
        List<TerminalKey> registered = keys.all(terminal.id());
        return transactions.read(connection -> {
            List<SignedChain> chains = rows.chains(connection, terminal.id());
            return new TerminalSigningResponse(
                    mode.signs(),
                    registered.stream().map(key -> SignedChainResponse.of(key, chain(key, chains))).toList(),
                    refused.latest(connection, terminal.id(), MOST_REFUSED).stream()
                            .map(batch -> RefusedBatchResponse.of(terminal.id(), batch))
                            .toList());
        });
    }

    private static SignedChain chain(TerminalKey key, List<SignedChain> chains) {
        return chains.stream()
                .filter(chain -> chain.keyNumber() == key.number())
                .findFirst()
                .orElseGet(() -> new SignedChain(
                        key.terminalId(), key.number(), 0, SignedEnvelope.beginning(key.publicKey()), List.of(), List.of()));
    }

    /** The batches of a till, the highest numbers of the newest key first. */
    Page<SignedBatch> batches(Terminal terminal, Optional<String> cursor, int limit) {
        Matcher place = PLACE.matcher(cursor.map(Cursor::place).orElse("999999999.0"));
        if (!place.matches()) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
        List<SignedBatch> found = transactions.read(connection -> rows.before(
                connection, terminal.id(), Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)), limit + 1));
        return Page.of(found, limit, last -> Cursor.of(last.keyNumber() + "." + last.number()));
    }
}
