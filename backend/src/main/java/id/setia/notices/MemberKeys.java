package id.setia.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Members' ids, as many as go into one statement. */
final class MemberKeys {

    /** Fewer than MariaDB would turn into a table of their own (in_predicate_conversion_threshold). */
    private static final int AT_ONCE = 500;

    private MemberKeys() {}

    static List<List<UUID>> inParts(Collection<UUID> memberIds) {
        List<UUID> each = List.copyOf(new LinkedHashSet<>(memberIds));
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < each.size(); from += AT_ONCE) {
            parts.add(each.subList(from, Math.min(from + AT_ONCE, each.size())));
        }
        return parts;
    }
}
