package id.setia.tiers;

import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The door to conditions on tiers, for a row of {@code member} that goes by {@code m}. */
@Singleton
public class TierConditions {

    private final TierLadder ladder;

    TierConditions(TierLadder ladder) {
        this.ladder = ladder;
    }

    /** Whose tier at a moment, as {@link StandingHistory} tells it, is one of those named. */
    public SqlCondition in(Collection<String> codes, Instant moment) {
        List<Object> values = new ArrayList<>(List.of(Sql.time(moment), ladder.current().lowest().code()));
        values.addAll(codes);
        return new SqlCondition(
                "COALESCE((SELECT s.tier_code FROM standing s WHERE s.member_id = m.id AND s.effective_from <= ?"
                        + " ORDER BY s.cause = 'joined', s.effective_from DESC, s.recorded_at DESC, s.id DESC LIMIT 1), ?) IN "
                        + Sql.places(codes),
                values);
    }
}
