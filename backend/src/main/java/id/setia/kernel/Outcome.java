package id.setia.kernel;

import java.util.function.Function;

/** What became of one act among others: its result, or why there is none. */
public sealed interface Outcome<R> {

    /** The act is done. */
    record Done<R>(R result) implements Outcome<R> {}

    /** The act was refused, or failed, and changed nothing. */
    record Refused<R>(RuntimeException why) implements Outcome<R> {}

    /** What the result is turned into, if there is one. */
    default <T> Outcome<T> map(Function<R, T> into) {
        return switch (this) {
            case Done<R> done -> new Done<>(into.apply(done.result()));
            case Refused<R> refused -> new Refused<>(refused.why());
        };
    }

    /** The result; throws why there is none. */
    default R get() {
        return switch (this) {
            case Done<R> done -> done.result();
            case Refused<R> refused -> throw refused.why();
        };
    }
}
