package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.JsonText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.partners.TerminalKey;
import id.setia.partners.TerminalKeys;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The door for signed batches: verifies one before anything else, gives it its number for ever, posts its receipts in their
 * order, each once by its own natural key, and notes when all of them have been dealt with.
 */
@Singleton
class SignedBatches {

    /** How long batches signed by a key that was replaced are taken. */
    private static final Duration FORMER_KEY_TAKEN_FOR = Duration.ofDays(30);

    private static final String MEMBER = "receipts";

    private final TerminalKeys keys;
    private final SignedChains chains;
    private final RefusedBatches refusedBatches;
    private final SignedReceipts posting;
    private final PartnerDirectory partners;
    private final SystemClock clock;

    SignedBatches(
            TerminalKeys keys,
            SignedChains chains,
            RefusedBatches refusedBatches,
            SignedReceipts posting,
            PartnerDirectory partners,
            SystemClock clock) {
        this.keys = keys;
        this.chains = chains;
        this.refusedBatches = refusedBatches;
        this.posting = posting;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Takes a batch of the till.
     *
     * @param caller the till itself, or a system of its partner that hands its batches on
     * @throws Problem {@code batch_key_unknown}, {@code batch_signature_wrong}, {@code batch_conflict}, {@code
     *     batch_chain_broken}; {@code validation_failed} where it cannot be read; {@code try_again_later}
     */
    SignedBatchResponse take(Caller.ApiClient caller, UUID terminalId, String compact) {
        Terminal terminal = own(caller, terminalId);
        SignedEnvelope envelope = verified(caller, terminal, compact);
        List<JsonNode> receipts = receipts(envelope);
        SignedChains.Taken taken = placed(caller, terminal, envelope, receipts.size());
        List<SignedReceiptResponse> rows = posting.post(as(caller, terminal), receipts);
        boolean finished = rows.stream().noneMatch(row -> row.status() >= 500);
        if (finished) {
            chains.posted(taken.batch(), (int) rows.stream().filter(row -> row.status() >= 400).count());
        }
        return SignedBatchResponse.of(taken, finished, rows);
    }

    /** The till, where the caller is it or a system of its partner. */
    Terminal own(Caller.ApiClient caller, UUID terminalId) {
        return partners.terminal(terminalId)
                .filter(terminal -> caller.terminalId().map(terminalId::equals).orElseGet(() -> store(terminal)
                        .partnerId()
                        .equals(caller.partnerId())))
                .orElseThrow(() -> Problem.of(ProblemCode.TERMINAL_NOT_FOUND));
    }

    private Store store(Terminal terminal) {
        return partners.store(terminal.storeId()).orElseThrow();
    }

    private SignedEnvelope verified(Caller caller, Terminal terminal, String compact) {
        SignedEnvelope envelope;
        try {
            envelope = SignedEnvelope.read(compact.strip());
        } catch (Problem unreadable) {
            byte[] hash = SignedEnvelope.sha256(compact.getBytes(StandardCharsets.UTF_8));
            refusedBatches.note(caller, terminal.id(), "batch_unreadable", hash, Optional.empty());
            throw unreadable;
        }
        return noted(caller, terminal, envelope, () -> {
            TerminalKey key = key(terminal, envelope)
                    .orElseThrow(() -> Problem.of(
                            ProblemCode.BATCH_KEY_UNKNOWN,
                            SignedEnvelope.kid(envelope.terminalId(), envelope.keyNumber())));
            if (!key.signed(envelope.signed(), envelope.signature())) {
                throw Problem.of(ProblemCode.BATCH_SIGNATURE_WRONG, Long.toString(envelope.number()));
            }
            return envelope;
        });
    }

    private Optional<TerminalKey> key(Terminal terminal, SignedEnvelope envelope) {
        return envelope.terminalId().equals(terminal.id())
                ? keys.all(terminal.id()).stream()
                        .filter(key -> key.number() == envelope.keyNumber())
                        .filter(key -> key.retiredAt()
                                .filter(retired -> retired.isBefore(clock.now().minus(FORMER_KEY_TAKEN_FOR)))
                                .isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** Keeps for staff what was refused because it is not what the till signed, or not in its place. */
    private <T> T noted(Caller caller, Terminal terminal, SignedEnvelope envelope, Supplier<T> check) {
        try {
            return check.get();
        } catch (Problem refusal) {
            refusedBatches.note(
                    caller, terminal.id(), refusal.code().code(), envelope.hash(), Optional.of(envelope));
            throw refusal;
        }
    }

    private SignedChains.Taken placed(Caller caller, Terminal terminal, SignedEnvelope envelope, int receipts) {
        TerminalKey key = key(terminal, envelope).orElseThrow(() -> Problem.of(ProblemCode.TRY_AGAIN_LATER));
        return noted(caller, terminal, envelope, () -> chains.take(envelope, key, receipts));
    }

    private List<JsonNode> receipts(SignedEnvelope envelope) {
        JsonNode receipts = JsonText.read(envelope.content())
                .filter(content -> content.isObject() && content.size() == 1)
                .map(content -> content.get(MEMBER))
                .orElse(null);
        if (receipts == null || !receipts.isArray() || receipts.size() < 1 || receipts.size() > SignedContentRequest.MOST) {
            throw Problem.invalid("/batch", "batch_content_malformed");
        }
        List<JsonNode> items = new ArrayList<>();
        receipts.values().forEach(items::add);
        return items;
    }

    /** The till that signed, whoever hands on what it signed. */
    private Caller.ApiClient as(Caller.ApiClient caller, Terminal terminal) {
        return new Caller.ApiClient(
                caller.clientId(), caller.partnerId(), Optional.of(terminal.id()), Optional.of(terminal.storeId()),
                caller.programOwner(), caller.scopes());
    }
}
