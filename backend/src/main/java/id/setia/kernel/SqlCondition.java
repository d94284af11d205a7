package id.setia.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a WHERE with the values of its places. A room offers conditions on its own tables; who asks for members joins
 * them.
 *
 * @param text in brackets where it needs them, true or false and never NULL
 * @param values in the order of the places
 */
public record SqlCondition(String text, List<Object> values) {

    public static final SqlCondition ALWAYS = new SqlCondition("1 = 1", List.of());
    public static final SqlCondition NEVER = new SqlCondition("1 = 0", List.of());

    public SqlCondition {
        values = List.copyOf(values);
    }

    public static SqlCondition of(String text, Object... values) {
        return new SqlCondition(text, Arrays.asList(values));
    }

    /** Met when all are; always, when there are none. */
    public static SqlCondition all(Collection<SqlCondition> conditions) {
        return conditions.isEmpty() ? ALWAYS : joined(conditions, " AND ");
    }

    /** Met when one is; never, when there are none. */
    public static SqlCondition any(Collection<SqlCondition> conditions) {
        return conditions.isEmpty() ? NEVER : joined(conditions, " OR ");
    }

    /** Met when this one is not. */
    public SqlCondition not() {
        return new SqlCondition("NOT (" + text + ")", values);
    }

    private static SqlCondition joined(Collection<SqlCondition> conditions, String word) {
        List<Object> values = new ArrayList<>();
        conditions.forEach(condition -> values.addAll(condition.values()));
        return new SqlCondition(
                conditions.stream().map(SqlCondition::text).collect(Collectors.joining(word, "(", ")")), values);
    }

    /** Sets the places from the first on; answers the place after them. */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (Object value : values) {
            statement.setObject(place++, value);
        }
        return place;
    }
}
