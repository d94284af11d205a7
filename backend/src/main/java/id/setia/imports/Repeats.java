package id.setia.imports;

import id.setia.members.MemberReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in several rows of a file, found in two looks at all its rows and in memory that does not grow with the file
 * but with what is repeated. The first look notes each reference in a filter of fixed size (B. Bloom 1970) and what may have
 * been there before; the second sees which of that really was.
 */
final class Repeats {

    private static final int FILTER_BITS = 27;

    private final long[] filter = new long[1 << (FILTER_BITS - 6)];
    private final Set<Long> suspects = new HashSet<>();
    private final Map<Long, Place> places = new HashMap<>();

    /** Where a reference stands first, of whom, and whether somebody else has it too. */
    private record Place(long row, long member, boolean shared) {}

    /** The first look at a row. */
    void note(List<MemberReference> references) {
        for (MemberReference reference : references) {
            long hash = hash(reference);
            boolean first = set(hash >>> (64 - FILTER_BITS));
            boolean second = set(hash & ((1L << FILTER_BITS) - 1));
            if (first && second) {
                suspects.add(hash);
            }
        }
    }

    /** Sets the bit; says whether it was set. */
    private boolean set(long bit) {
        int word = (int) (bit >>> 6);
        long mask = 1L << (bit & 63);
        boolean before = (filter[word] & mask) != 0;
        filter[word] |= mask;
        return before;
    }

    /** Whether a second look is needed. */
    boolean mayBeAny() {
        return !suspects.isEmpty();
    }

    /** The second look at a row; the first reference is what its member is known by. */
    void settle(long row, List<MemberReference> references) {
        for (MemberReference reference : references) {
            long hash = hash(reference);
            if (suspects.contains(hash)) {
                long member = hash(references.getFirst());
                places.merge(
                        hash,
                        new Place(row, member, false),
                        (first, again) -> new Place(first.row(), first.member(), first.shared() || first.member() != member));
            }
        }
    }

    /** Whether an earlier row has it. */
    boolean isRepeated(MemberReference reference, long row) {
        Place place = places.get(hash(reference));
        return place != null && place.row() < row;
    }

    /** Whether rows of different members have it. */
    boolean isShared(MemberReference reference) {
        Place place = places.get(hash(reference));
        return place != null && place.shared();
    }

    /** FNV-1a (G. Fowler, L. Noll, K. Vo) of 64 bits, stirred once more so that its parts are as good as the whole. */
    private static long hash(MemberReference reference) {
        long hash = 0xcbf29ce484222325L + reference.kind().ordinal();
        String value = reference.value();
        for (int index = 0; index < value.length(); index++) {
            hash = (hash ^ value.charAt(index)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
