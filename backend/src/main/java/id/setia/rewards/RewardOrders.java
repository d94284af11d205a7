package id.setia.rewards;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Batch;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to orders of things. Cancelling gives points back and so is not done here. */
@Singleton
public class RewardOrders {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final OrderRows rows;
    private final RedemptionAnswers answers;
    private final RewardNews news;
    private final AuditTrail audit;
    private final Transactions transactions;

    RewardOrders(
            OrderRows rows,
            RedemptionAnswers answers,
            RewardNews news,
            AuditTrail audit,
            Transactions transactions) {
        this.rows = rows;
        this.answers = answers;
        this.news = news;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Optional<RewardOrder> find(UUID id) {
        return rows.find(id);
    }

    /**
     * A page of orders, the oldest first.
     *
     * @param stores of these stores alone; empty for all
     */
    public RewardOrderListResponse page(
            Optional<OrderState> state, Optional<Collection<UUID>> stores, Optional<String> cursor, int limit) {
        List<RewardOrder> found = rows.list(state, stores, cursor.map(RewardOrders::id).orElse(BEGINNING), limit + 1);
        return answers.orders(Page.of(found, limit, order -> Cursor.of(order.id().toString())));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.place(cursor));
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /** @throws Problem {@code reward_order_not_found} */
    public RewardOrderResponse one(UUID id) {
        RewardOrder order = find(id).orElseThrow(() -> Problem.of(ProblemCode.REWARD_ORDER_NOT_FOUND));
        return answers.orders(new Page<>(List.of(order), Optional.empty())).items().getFirst();
    }

    /**
     * Moves an order on.
     *
     * @param to any state but cancelled
     * @throws Problem {@code order_state_forbids}, {@code changed_meanwhile}
     */
    public void change(Caller by, UUID id, OrderState to, Version seen, Instant now) {
        transactions.write(connection -> {
            RewardOrder order =
                    rows.lock(connection, id).orElseThrow(() -> Problem.of(ProblemCode.REWARD_ORDER_NOT_FOUND));
            seen.mustBe(order.version());
            if (!order.state().next().contains(to)) {
                throw Problem.of(ProblemCode.ORDER_STATE_FORBIDS, order.state().value(), to.value());
            }
            Batch batch = new Batch();
            RewardOrder changed = order.to(to, now);
            rows.add(batch, changed);
            news.tell(batch, changed, now);
            batch.flush(connection);
            audit.record(by, "reward_order.changed", "reward_order", id, "state", to.value());
            return null;
        });
    }
}
