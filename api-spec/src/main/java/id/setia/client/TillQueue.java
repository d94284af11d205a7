package id.setia.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.setia.client.http.ApiException;
import id.setia.client.model.PostPurchaseRequest;
import id.setia.client.model.PostPurchasesRequest;
import id.setia.client.model.PostRefundRequest;
import id.setia.client.model.PurchaseRowResponse;
import id.setia.client.model.PurchaseResponse;
import id.setia.client.model.RefundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A till's receipts on their way into the books. {@link #add} returns when the receipt is on the disk; from then on it arrives,
 * whatever happens to line, server or till, and has one effect, since its own numbers are its key. Receipts are sent in order,
 * after a time without a line many in one request, again and again until Setia itself answers. What is refused for good is
 * kept apart, for somebody to look at. One process may have a queue open at a time; many threads may use it.
 *
 * <pre>{@code
 * try (TillQueue queue = TillQueue.open(Path.of("/var/lib/pos/setia.queue"), client)) {
 *     Optional<Outcome> outcome = queue.add(purchase, Duration.ofSeconds(2));
 *     // print what was earned when it is known by then; else the receipt says that points will follow
 * }
 * }</pre>
 */
public final class TillQueue implements AutoCloseable {

    private static final Set<Integer> REFUSED_FOR_GOOD = Set.of(400, 403, 404, 409, 410, 413, 415, 422);
    private static final Set<String> PASSING = Set.of("concurrent_request", "try_again_later", "insufficient_scope");
    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(10);
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final QueueFile file;
    private final SetiaClient client;
    private final TillQueueSettings settings;
    private final TillQueueListener listener;
    private final ObjectMapper mapper;
    private final Map<Long, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread sender;
    private boolean hurry;
    private boolean closed;
    private int failures;

    private TillQueue(QueueFile file, SetiaClient client, TillQueueSettings settings, TillQueueListener listener) {
        this.file = file;
        this.client = client;
        this.settings = settings;
        this.listener = listener;
        this.mapper = client.http().getObjectMapper();
        this.sender = new Thread(this::run, "setia-till-queue");
        sender.setDaemon(true);
    }

    /** Opens the queue with the usual settings, and begins to send what is left in it. */
    public static TillQueue open(Path file, SetiaClient client) throws IOException {
        return open(file, client, TillQueueSettings.USUAL, new TillQueueListener() {});
    }

    /** Opens the queue and begins to send what is left in it. */
    public static TillQueue open(Path file, SetiaClient client, TillQueueSettings settings, TillQueueListener listener)
            throws IOException {
        TillQueue queue = new TillQueue(QueueFile.open(file), client, settings, listener);
        queue.sender.start();
        return queue;
    }

    /**
     * Takes a sale. It needs its receipt or order number, its business date and its time.
     *
     * @throws QueueFullException where the queue holds all it may
     * @throws IOException where the disk does not take it; nothing of it is kept then
     */
    public void add(PostPurchaseRequest purchase) throws IOException {
        keep(purchase);
    }

    /** Takes a sale and waits a little for what becomes of it; empty when that is not known by then. */
    public Optional<Outcome> add(PostPurchaseRequest purchase, Duration patience) throws IOException, InterruptedException {
        return await(keep(purchase), patience);
    }

    /** Takes a refund, as {@link #add(PostPurchaseRequest)} takes a sale. */
    public void add(PostRefundRequest refund) throws IOException {
        keep(refund);
    }

    /** Takes a refund and waits a little for what becomes of it; empty when that is not known by then. */
    public Optional<Outcome> add(PostRefundRequest refund, Duration patience) throws IOException, InterruptedException {
        return await(keep(refund), patience);
    }

    private long keep(PostPurchaseRequest purchase) throws IOException {
        requireKey(purchase.getReceiptNumber(), purchase.getOrderNumber(), purchase.getBusinessDate(), purchase.getOccurredAt());
        return keep(true, purchase);
    }

    private long keep(PostRefundRequest refund) throws IOException {
        requireKey(refund.getReceiptNumber(), refund.getOrderNumber(), refund.getBusinessDate(), refund.getOccurredAt());
        return keep(false, refund);
    }

    private static void requireKey(String receiptNumber, String orderNumber, Object businessDate, Object occurredAt) {
        if (receiptNumber == null && orderNumber == null || businessDate == null || occurredAt == null) {
            throw new IllegalArgumentException("a receipt needs its number, its business date and its time to be known again");
        }
    }

    private long keep(boolean purchase, Object request) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the queue is closed");
            }
            if (file.kept() >= settings.mostReceipts() || file.size() >= settings.mostBytes()) {
                throw new QueueFullException(file.kept() + " receipts wait, " + file.size() + " bytes");
            }
            long number = addAwaited(purchase, mapper.valueToTree(request));
            changed.signalAll();
            return number;
        } finally {
            lock.unlock();
        }
    }

    /** The sender sees the receipt only when its outcome can be told. */
    private long addAwaited(boolean purchase, JsonNode request) throws IOException {
        synchronized (file) {
            long number = file.add(purchase, request);
            awaited.put(number, new CompletableFuture<>());
            return number;
        }
    }

    private Optional<Outcome> await(long number, Duration patience) throws InterruptedException {
        CompletableFuture<Outcome> outcome = awaited.get(number);
        if (outcome == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException notKnown) {
            return Optional.empty();
        }
    }

    /** How many receipts wait to be sent. */
    public int waiting() {
        return file.waiting();
    }

    /** What was refused for good and is kept until somebody decides. */
    public List<RefusedReceipt> refused() throws IOException {
        List<RefusedReceipt> refused = new ArrayList<>();
        for (QueueFile.Kept kept : file.refused()) {
            refused.add(new RefusedReceipt(kept.number(), receipt(kept), mapper.treeToValue(file.refusal(kept.number()), Refusal.class)));
        }
        return refused;
    }

    /** Sends a refused receipt again, for instance when staff have set its store right. */
    public void sendAgain(long number) throws IOException {
        file.again(number);
        sendNow();
    }

    /** Forgets a refused receipt. */
    public void discard(long number) throws IOException {
        file.done(number);
    }

    /** Does not wait for the end of a pause, for instance when the line is back. */
    public void sendNow() {
        lock.lock();
        try {
            hurry = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                Duration pause = sendOldest();
                if (!pause.isZero()) {
                    rest(pause);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && file.waiting() == 0) {
                changed.await();
            }
            hurry = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (!closed && !hurry && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends what is first in line; the pause to make afterwards, none where it went well. */
    private Duration sendOldest() {
        try {
            List<QueueFile.Kept> run = file.oldest(settings.batch());
            Optional<Delay> delay = run.size() > 1 ? sendTogether(run) : sendAlone(run.get(0));
            if (delay.isEmpty()) {
                failures = 0;
                return Duration.ZERO;
            }
            return pauseAfter(delay.get());
        } catch (CredentialsRefusedException refused) {
            return pauseAfter(new Delay(refused.refusal(), Duration.ZERO));
        } catch (IOException | RuntimeException trouble) {
            return pauseAfter(new Delay(new Refusal(0, "", String.valueOf(trouble.getMessage()), ""), Duration.ZERO));
        }
    }

    /** Why nothing more can be sent now, and how long the server asks to be left alone. */
    private record Delay(Refusal why, Duration atLeast) {}

    private Duration pauseAfter(Delay delay) {
        long doubled = settings.firstPause().toMillis() << Math.min(failures++, 20);
        long chosen = Math.min(doubled, settings.longestPause().toMillis());
        long pause = Math.max(1, chosen / 2 + ThreadLocalRandom.current().nextLong(chosen / 2 + 1));
        Duration whole = Duration.ofMillis(Math.max(pause, delay.atLeast().toMillis()));
        tell(() -> listener.waiting(delay.why(), whole));
        return whole;
    }

    private Optional<Delay> sendTogether(List<QueueFile.Kept> run) throws IOException {
        PostPurchasesRequest batch = new PostPurchasesRequest();
        for (QueueFile.Kept kept : run) {
            batch.addPurchasesItem(mapper.treeToValue(kept.request(), PostPurchaseRequest.class));
        }
        List<PurchaseRowResponse> rows;
        try {
            var answer = client.purchases().postPurchases(batch);
            rows = answer == null || answer.getItems() == null ? List.of() : answer.getItems();
        } catch (ApiException failure) {
            Refusal refusal = Refusal.of(failure);
            return isForGood(refusal) ? sendEach(run) : Optional.of(delay(failure, refusal));
        }
        Optional<Delay> delay = rows.size() == run.size() ? Optional.empty() : Optional.of(unknownAnswer());
        for (PurchaseRowResponse row : rows) {
            if (row.getIndex() == null || row.getIndex() < 0 || row.getIndex() >= run.size()) {
                return Optional.of(unknownAnswer());
            }
            QueueFile.Kept kept = run.get(row.getIndex());
            if (isTaken(row.getPurchase())) {
                settle(kept, new Outcome.Purchased(row.getPurchase()));
                continue;
            }
            Refusal refusal = refusal(row);
            if (isForGood(refusal)) {
                refuse(kept, refusal);
            } else {
                delay = Optional.of(new Delay(refusal, Duration.ZERO));
            }
        }
        return delay;
    }

    private Refusal refusal(PurchaseRowResponse row) {
        JsonNode problem = mapper.valueToTree(row.getProblem());
        int status = row.getStatus() == null ? 0 : row.getStatus();
        return new Refusal(status, problem.path("code").asText(""), problem.path("detail").path("id").asText(""), "");
    }

    /** A batch that is refused as a whole is taken apart, so that one receipt cannot hold up the rest. */
    private Optional<Delay> sendEach(List<QueueFile.Kept> run) throws IOException {
        for (QueueFile.Kept kept : run) {
            Optional<Delay> delay = sendAlone(kept);
            if (delay.isPresent()) {
                return delay;
            }
        }
        return Optional.empty();
    }

    private Optional<Delay> sendAlone(QueueFile.Kept kept) throws IOException {
        try {
            Optional<Outcome> outcome = kept.purchase() ? post(kept) : refund(kept);
            if (outcome.isEmpty()) {
                return Optional.of(unknownAnswer());
            }
            settle(kept, outcome.get());
            return Optional.empty();
        } catch (ApiException failure) {
            Refusal refusal = Refusal.of(failure);
            if (!isForGood(refusal)) {
                return Optional.of(delay(failure, refusal));
            }
            refuse(kept, refusal);
            return Optional.empty();
        }
    }

    private Optional<Outcome> post(QueueFile.Kept kept) throws ApiException, IOException {
        PurchaseResponse purchase = client.purchases().postPurchase(mapper.treeToValue(kept.request(), PostPurchaseRequest.class));
        return isTaken(purchase) ? Optional.of(new Outcome.Purchased(purchase)) : Optional.empty();
    }

    private Optional<Outcome> refund(QueueFile.Kept kept) throws ApiException, IOException {
        RefundResponse refund = client.refunds().postRefund(mapper.treeToValue(kept.request(), PostRefundRequest.class));
        return refund == null || refund.getRefundId() == null ? Optional.empty() : Optional.of(new Outcome.Refunded(refund));
    }

    /** Something on the way, a hotel's log-in page for instance, may answer 200 to everything. */
    private static boolean isTaken(PurchaseResponse purchase) {
        return purchase != null && purchase.getPurchaseId() != null;
    }

    private static Delay unknownAnswer() {
        return new Delay(new Refusal(0, "", "What answered was not Setia.", ""), Duration.ZERO);
    }

    /** Whether sending it again as it is will never help; only Setia's own word counts, which has a code. */
    private static boolean isForGood(Refusal refusal) {
        return REFUSED_FOR_GOOD.contains(refusal.status()) && !refusal.code().isEmpty() && !PASSING.contains(refusal.code());
    }

    private Delay delay(ApiException failure, Refusal refusal) {
        if (refusal.status() == 401) {
            client.renewToken();
        }
        if (refusal.status() == 0) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return new Delay(new Refusal(0, "", String.valueOf(cause), ""), Duration.ZERO);
        }
        return new Delay(refusal, retryAfter(failure));
    }

    private static Duration retryAfter(ApiException failure) {
        if (failure.getResponseHeaders() == null) {
            return Duration.ZERO;
        }
        String seconds = failure.getResponseHeaders().firstValue("Retry-After").orElse("");
        Duration asked = seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
        return asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
    }

    private void settle(QueueFile.Kept kept, Outcome outcome) throws IOException {
        tell(() -> listener.settled(receipt(kept), outcome));
        try {
            file.done(kept.number());
        } finally {
            answer(kept, outcome);
        }
    }

    private void refuse(QueueFile.Kept kept, Refusal refusal) throws IOException {
        file.refuse(kept.number(), mapper.valueToTree(refusal));
        Outcome outcome = new Outcome.Refused(refusal);
        tell(() -> listener.settled(receipt(kept), outcome));
        answer(kept, outcome);
    }

    private void answer(QueueFile.Kept kept, Outcome outcome) {
        CompletableFuture<Outcome> waiting = awaited.remove(kept.number());
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }

    private Receipt receipt(QueueFile.Kept kept) {
        try {
            return kept.purchase()
                    ? new Receipt.Purchase(mapper.treeToValue(kept.request(), PostPurchaseRequest.class))
                    : new Receipt.Refund(mapper.treeToValue(kept.request(), PostRefundRequest.class));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** A listener's own trouble is not the queue's. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException listenersOwn) {
            System.getLogger(TillQueue.class.getName()).log(System.Logger.Level.WARNING, "A listener failed", listenersOwn);
        }
    }

    /** Stops sending; what waits is sent when the queue is opened again. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            sender.join(TO_END.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
