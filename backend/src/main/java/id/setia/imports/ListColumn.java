package id.setia.imports;

import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** By what a file names members; the first cell of a row that is filled counts, and the others may name nobody else. */
enum ListColumn {
    MEMBER_ID(text -> PublicId.MEMBER.parse(text.toLowerCase(Locale.ROOT)).map(MemberReference::memberId)),
    CARD(text -> Optional.of(MemberReference.card(text))),
    EMAIL(text -> Optional.of(MemberReference.email(text))),
    PHONE(text -> Optional.of(MemberReference.phone(text)));

    private final Function<String, Optional<MemberReference>> reference;

    ListColumn(Function<String, Optional<MemberReference>> reference) {
        this.reference = reference;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(column -> column.name().toLowerCase(Locale.ROOT)).toList();
    }

    static Optional<ListColumn> named(String title) {
        String name = title.strip().replaceAll("[\\s-]+", "_").toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(column -> column.name().equals(name)).findFirst();
    }

    /** Titles that name a column more than once, as the file writes them. */
    static List<String> repeated(List<String> titles) {
        Set<ListColumn> seen = EnumSet.noneOf(ListColumn.class);
        return titles.stream()
                .filter(title -> named(title).filter(column -> !seen.add(column)).isPresent())
                .toList();
    }

    /** Whom the row names, the first cell that is filled before the others; empties are cells that make no sense. */
    static List<Optional<MemberReference>> references(List<String> titles, FileRow row) {
        List<Optional<MemberReference>> references = new ArrayList<>();
        for (ListColumn column : values()) {
            for (int place = 0; place < Math.min(titles.size(), row.cells().size()); place++) {
                String cell = row.cells().get(place).strip();
                if (!cell.isEmpty() && named(titles.get(place)).filter(column::equals).isPresent()) {
                    references.add(column.reference.apply(cell));
                }
            }
        }
        return references;
    }
}
