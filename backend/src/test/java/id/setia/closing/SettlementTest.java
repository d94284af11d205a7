package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final UUID OWNER = new UUID(0, 1);
    private static final UUID COFFEE = new UUID(0, 2);
    private static final UUID BOOKS = new UUID(0, 3);

    @Test
    void who_pays_for_points_owes_them_to_who_gave_something_for_them() {
        Settlement settlement =
                Settlement.of(List.of(month(OWNER, Map.of(OWNER, 900L, COFFEE, 300L)), month(COFFEE, Map.of(OWNER, 120L))));

        assertThat(settlement.debts())
                .containsExactly(new Settlement.Debt(OWNER, COFFEE, 300), new Settlement.Debt(COFFEE, OWNER, 120));
        assertThat(settlement.nets()).containsExactly(new Settlement.Net(OWNER, COFFEE, 180));
    }

    @Test
    void the_larger_debt_decides_who_pays_and_equal_ones_leave_nothing() {
        Settlement settlement = Settlement.of(List.of(
                month(OWNER, Map.of(COFFEE, 100L, BOOKS, 5L)),
                month(COFFEE, Map.of(OWNER, 120L)),
                month(BOOKS, Map.of(OWNER, 5L))));

        assertThat(settlement.nets()).containsExactly(new Settlement.Net(COFFEE, OWNER, 20));
        assertThat(settlement.of(BOOKS).debts()).hasSize(2);
        assertThat(settlement.of(BOOKS).nets()).isEmpty();
    }

    @Test
    void money_is_rounded_to_the_nearest_smallest_unit_either_way() {
        PointValue value = new PointValue(new BigDecimal("0.125"), "IDR");

        assertThat(value.of(1).amount()).isEqualTo("0.13");
        assertThat(value.of(-1).amount()).isEqualTo("-0.13");
        assertThat(value.of(8).amount()).isEqualTo("1");
    }

    private static FunderClosing month(UUID funder, Map<UUID, Long> redeemedAt) {
        return new FunderClosing(ClosingTotal.nothing(funder), 0, new TreeMap<>(redeemedAt), Owed.nothing(funder));
    }
}
