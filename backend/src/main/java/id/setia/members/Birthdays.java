package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to members' birthdays. Who was born on 29 February has theirs on the 28th in other years. */
@Singleton
public class Birthdays {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay DAY_BEFORE = MonthDay.of(2, 28);

    private final Transactions transactions;

    Birthdays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Whether somebody born on the one day has their birthday on the other. */
    public static boolean isOn(LocalDate born, LocalDate day) {
        MonthDay birthday = MonthDay.from(born);
        return (birthday.isValidYear(day.getYear()) ? birthday : DAY_BEFORE).equals(MonthDay.from(day));
    }

    /** The next members after one, in the order of ids, who have their birthday on the day and may earn. */
    public List<UUID> after(Optional<UUID> member, LocalDate day, int limit) {
        boolean leapDayToo = isOn(LocalDate.of(2000, LEAP_DAY.getMonth(), LEAP_DAY.getDayOfMonth()), day);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id
                    FROM member
                    WHERE id > ? AND state IN ('active', 'frozen')
                      AND (EXTRACT(MONTH FROM birth_date) = ? AND EXTRACT(DAY FROM birth_date) = ?
                        OR EXTRACT(MONTH FROM birth_date) = ? AND EXTRACT(DAY FROM birth_date) = ?)
                    ORDER BY id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(2, day.getMonthValue());
                select.setInt(3, day.getDayOfMonth());
                select.setInt(4, leapDayToo ? LEAP_DAY.getMonthValue() : day.getMonthValue());
                select.setInt(5, leapDayToo ? LEAP_DAY.getDayOfMonth() : day.getDayOfMonth());
                select.setInt(6, limit);
                List<UUID> ids = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(Sql.id(row, "id"));
                    }
                }
                return ids;
            }
        });
    }
}
