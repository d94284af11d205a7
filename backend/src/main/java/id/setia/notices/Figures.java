package id.setia.notices;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a notice's sentences are filled with; nothing that names a person.
 *
 * @param points how many it is about
 * @param balance available afterwards
 * @param storeId opaque id of the store
 * @param tier code of the tier
 * @param at the moment the sentence names
 */
@Serdeable
record Figures(
        @Nullable Long points,
        @Nullable Long balance,
        @Nullable String storeId,
        @Nullable String tier,
        @Nullable Instant at) {

    static final Figures NONE = new Figures(null, null, null, null, null);

    static Figures points(long points, long balance) {
        return new Figures(points, balance, null, null, null);
    }

    static Figures at(Instant at) {
        return new Figures(null, null, null, null, at);
    }

    Figures in(@Nullable String store) {
        return new Figures(points, balance, store, tier, at);
    }
}
