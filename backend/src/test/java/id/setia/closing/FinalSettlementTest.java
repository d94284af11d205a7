package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SetiaTest
class FinalSettlementTest {

    @Inject
    TestBooks books;

    @Inject
    TestStaff staff;

    @Inject
    Closings closings;

    @Inject
    FinalSettlements settlements;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Test
    void the_last_account_tells_what_the_closed_months_have_not_settled_and_what_members_keep() {
        YearMonth month = books.openMonth();
        UUID partner = books.partner();
        UUID other = books.partner();
        UUID member = books.member();
        books.earn(member, books.at(month, 2), 1_000, partner, Optional.empty());
        books.spend(member, books.at(month, 3), 300, other);
        closings.begin(new Caller.Stranger(), month);
        closings.run(month);
        books.spend(member, clock.now(), 45, other);
        end(partner);

        settlements.runDue();
        settlements.runDue();

        FinalSettlement made = settlements.get(partner);
        assertThat(made.items()).containsExactly(new FinalSettlement.Item(partner, other, 345, 300));
        assertThat(made.items().getFirst().open()).isEqualTo(45);
        assertThat(made.owed().outstanding()).isEqualTo(655);
        assertThat(made.lastMonth()).contains(month);
        Browser.Answer shown = staff.signedIn(Role.FINANCE)
                .get("/api/v1/partners/" + PublicId.PARTNER.format(partner) + "/final-settlement");
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().get("outstanding").getLongValue()).isEqualTo(655);
    }

    private void end(UUID partner) {
        Instant now = clock.now();
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE partner
                    SET state = 'ended', leaves_at = ?, refunds_until = ?, left_at = ?, ended_at = ?
                    WHERE id = ?""")) {
                for (int place = 1; place <= 4; place++) {
                    update.setObject(place, Sql.time(now));
                }
                update.setBytes(5, UuidBytes.of(partner));
                return update.executeUpdate();
            }
        });
        books.partner();
    }
}
