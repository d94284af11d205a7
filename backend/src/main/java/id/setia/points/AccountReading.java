package id.setia.points;

import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's account, open lots and debts, read along with other rows of theirs. Unless something of it is due, lots of the
 * same end are read as one, for somebody who shops each day has hundreds.
 */
public final class AccountReading {

    private static final SheafPart ACCOUNT = new SheafPart(
            "points_account WHERE member_id = ?",
            List.of("merged_into"),
            List.of("month_sums", "day_sums"),
            List.of("available", "pending", "held", "debt", "last_seq", "purchases"),
            List.of("recorded_at", "due_at", "last_activity_at"));

    private static final String DUE =
            "(SELECT account.due_at FROM points_account account WHERE account.member_id = ?) <= ?";

    private static final SheafPart LOTS = new SheafPart(
            "points_lot WHERE member_id = ? AND open = 1 AND " + DUE,
            List.of("id", "transaction_id", "source_id", "funder_id", "predecessor_id"),
            List.of("first_state"),
            List.of(
                    "points",
                    "grace",
                    "inactivity_months",
                    "awaits_confirmation",
                    "awaits_review",
                    "available",
                    "pending",
                    "held",
                    "lapsed",
                    "adjusted",
                    "expiries"),
            List.of("earned_at", "expires_at", "releases_at"));

    private static final SheafPart LOTS_OF_ONE_END = new SheafPart(
            """
            (SELECT expires_at, inactivity_months, MIN(earned_at) AS earned_at, CAST(SUM(available) AS SIGNED) AS available,
              CAST(SUM(pending) AS SIGNED) AS pending, CAST(SUM(held) AS SIGNED) AS held
            FROM points_lot
            WHERE member_id = ? AND open = 1 AND COALESCE(%s, 0) = 0
            GROUP BY expires_at, inactivity_months) ends""".formatted(DUE),
            List.of(),
            List.of(),
            List.of("inactivity_months", "available", "pending", "held"),
            List.of("earned_at", "expires_at"));

    private static final SheafPart DEBTS = new SheafPart(
            "points_debt WHERE member_id = ? AND points < 0",
            List.of("funder_id"),
            List.of(),
            List.of("points"),
            List.of());

    private final UUID memberId;
    private final List<Lot> lots = new ArrayList<>();
    private final Map<UUID, Long> debts = new HashMap<>();
    private Optional<Account> account = Optional.empty();

    private AccountReading(UUID memberId) {
        this.memberId = memberId;
    }

    /**
     * Adds the member's points to the sheaf; known once that is read.
     *
     * @param now by when something may be due
     */
    static AccountReading of(UUID memberId, Instant now, Sheaf sheaf) {
        AccountReading reading = new AccountReading(memberId);
        List<UUID> id = List.of(memberId);
        List<Object> due = List.of(memberId, memberId, now);
        sheaf.add(ACCOUNT, id, reading::account)
                .add(LOTS, due, reading::lot)
                .add(LOTS_OF_ONE_END, due, reading::lotsOfOneEnd)
                .add(DEBTS, id, reading::debt);
        return reading;
    }

    private void account(Sheaf.Row row) throws SQLException {
        account = Optional.of(new Account(
                memberId,
                row.number("available"),
                row.number("pending"),
                row.number("held"),
                row.number("debt"),
                row.number("last_seq"),
                row.instant("recorded_at"),
                Optional.ofNullable(row.instant("due_at")),
                Optional.ofNullable(row.instant("last_activity_at")),
                row.number("purchases"),
                MonthSums.parse(row.text("month_sums")),
                DaySums.parse(row.text("day_sums")),
                Optional.ofNullable(row.id("merged_into"))));
    }

    private void lot(Sheaf.Row row) throws SQLException {
        Map<LotState, Long> remainders = new EnumMap<>(LotState.class);
        for (LotState state : LotState.values()) {
            remainders.put(state, row.number(state.value()));
        }
        lots.add(new Lot(
                row.id("id"),
                row.id("transaction_id"),
                row.id("source_id"),
                row.number("points"),
                LotState.valueOf(row.text("first_state").toUpperCase(Locale.ROOT)),
                row.id("funder_id"),
                row.instant("earned_at"),
                Optional.ofNullable(row.instant("expires_at")),
                Optional.ofNullable(row.instant("releases_at")),
                Optional.ofNullable(row.id("predecessor_id")),
                row.flag("grace"),
                (int) row.number("inactivity_months"),
                row.flag("awaits_confirmation"),
                row.flag("awaits_review"),
                remainders,
                (int) row.number("expiries")));
    }

    /** As if they were one lot, good for balances and dates alone. */
    private void lotsOfOneEnd(Sheaf.Row row) throws SQLException {
        Map<LotState, Long> remainders = new EnumMap<>(LotState.class);
        remainders.put(LotState.AVAILABLE, row.number("available"));
        remainders.put(LotState.PENDING, row.number("pending"));
        remainders.put(LotState.HELD, row.number("held"));
        lots.add(new Lot(
                new UUID(0, lots.size()),
                memberId,
                memberId,
                remainders.values().stream().mapToLong(Long::longValue).sum(),
                LotState.AVAILABLE,
                memberId,
                row.instant("earned_at"),
                Optional.ofNullable(row.instant("expires_at")),
                Optional.empty(),
                Optional.empty(),
                false,
                (int) row.number("inactivity_months"),
                false,
                false,
                remainders,
                0));
    }

    private void debt(Sheaf.Row row) throws SQLException {
        debts.put(row.id("funder_id"), row.number("points"));
    }

    public UUID memberId() {
        return memberId;
    }

    /** Nothing where the member never moved points. */
    Optional<Account> account() {
        return account;
    }

    List<Lot> lots() {
        return lots;
    }

    Map<UUID, Long> debts() {
        return debts;
    }
}
