package id.setia.posting;

import id.setia.points.CoinBox;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A member as the model knows them. */
final class ModelMember {

    final CoinBox box;
    /** Points for coffee that count towards the cap, by day. */
    final Map<LocalDate, Long> coffee = new HashMap<>();
    /** The place of the tier on the ladder, 0 for the lowest. */
    int tier;

    ModelMember(CoinBox box) {
        this.box = box;
    }
}
