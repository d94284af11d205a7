package id.setia.imports;

import id.setia.members.MemberReference;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What is known of a whole file of members before its first row is taken.
 *
 * @param rows how many there are
 * @param repeats what stands in several of them
 */
record Survey(long rows, Repeats repeats) {

    private static final int LONG = 10_000;

    /** A file that may be read again. */
    @FunctionalInterface
    interface Source {
        CsvFile open() throws IOException;
    }

    /** How the rows of a file are read, by its titles. */
    @FunctionalInterface
    interface Reading {
        MemberRowReader of(List<String> titles);
    }

    /**
     * Looks at a file.
     *
     * @param alive called every so often, since it takes a while
     */
    static Survey of(Source source, Reading reading, Runnable alive) throws IOException {
        Repeats repeats = new Repeats();
        long rows = look(source, reading, alive, (row, references) -> repeats.note(references));
        if (repeats.mayBeAny()) {
            look(source, reading, alive, (row, references) -> repeats.settle(row.number(), references));
        }
        return new Survey(rows, repeats);
    }

    private static long look(
            Source source, Reading reading, Runnable alive, BiConsumer<FileRow, List<MemberReference>> act)
            throws IOException {
        long rows = 0;
        try (CsvFile file = source.open()) {
            MemberRowReader reader = reading.of(file.titles());
            while (file.hasNext()) {
                FileRow row = file.next();
                act.accept(row, reader.references(row));
                if (++rows % LONG == 0) {
                    alive.run();
                }
            }
        }
        return rows;
    }
}
