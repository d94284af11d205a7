package id.setia.imports;

import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what a file names members; the first cell of a row that is filled counts. */
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

    /** Whom the row names; nothing when all its cells are empty or make no sense. */
    static Optional<MemberReference> reference(List<String> titles, FileRow row) {
        for (ListColumn column : values()) {
            for (int place = 0; place < Math.min(titles.size(), row.cells().size()); place++) {
                String cell = row.cells().get(place).strip();
                if (!cell.isEmpty() && named(titles.get(place)).filter(column::equals).isPresent()) {
                    return column.reference.apply(cell);
                }
            }
        }
        return Optional.empty();
    }
}
