package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import java.time.Instant;
import java.time.Month;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Conditions on members, for a row of {@code member} that goes by {@code m}. */
public final class MemberConditions {

    private static final Set<MemberState> TAKING_PART =
            EnumSet.of(MemberState.UNCLAIMED, MemberState.ACTIVE, MemberState.FROZEN);

    private MemberConditions() {}

    /** All but those who were closed, merged or erased. */
    public static SqlCondition takesPart() {
        return states(TAKING_PART);
    }

    public static SqlCondition states(Collection<MemberState> states) {
        return among("m.state", states.stream().map(MemberState::value).toList());
    }

    /** @param languages {@code id} or {@code en} */
    public static SqlCondition languages(Collection<String> languages) {
        return among("m.language", languages);
    }

    public static SqlCondition joinedFrom(Instant moment) {
        return SqlCondition.of("m.joined_at >= ?", Sql.time(moment));
    }

    public static SqlCondition joinedBefore(Instant moment) {
        return SqlCondition.of("m.joined_at < ?", Sql.time(moment));
    }

    /** Whose birthday is known and in one of the months. */
    public static SqlCondition bornIn(Collection<Month> months) {
        SqlCondition in = among("MONTH(m.birth_date)", months.stream().map(Month::getValue).toList());
        return new SqlCondition("(m.birth_date IS NOT NULL AND " + in.text() + ")", in.values());
    }

    /** Whose latest word on the purpose is yes. */
    public static SqlCondition consents(ConsentPurpose purpose) {
        return SqlCondition.of(
                "COALESCE((SELECT c.given FROM consent c WHERE c.member_id = m.id AND c.purpose = ?"
                        + " ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1), 0) = 1",
                purpose.value());
    }

    private static SqlCondition among(String column, Collection<?> values) {
        return SqlCondition.of(column + " IN " + Sql.places(values), values.toArray());
    }
}
