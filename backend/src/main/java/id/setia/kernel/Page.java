package id.setia.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a collection and the opaque place where the next one begins.
 *
 * @param nextCursor empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    /** The page of at most {@code limit} items out of rows read with one more than that. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), Optional.empty());
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }

    public <R> Page<R> map(Function<? super T, R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
