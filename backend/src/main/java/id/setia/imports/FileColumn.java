package id.setia.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column that a kind of file may have, under any of its names; case and anything but letters and digits do not matter. */
interface FileColumn {

    Set<String> names();

    /** As the documentation names it, {@code receipt_number}. */
    String title();

    /** The column of the kind that the title of a file means, if any. */
    static <C extends Enum<C> & FileColumn> Optional<C> named(Class<C> kind, String title) {
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (C column : kind.getEnumConstants()) {
            if (column.names().contains(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
