package id.setia.figures;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What is behind a figure as CSV, read page by page while it is sent. */
final class FigureRowsFile implements Enumeration<InputStream> {

    private final Function<Optional<String>, FigureRowListResponse> pages;
    private Optional<FigureRowListResponse> next;
    private boolean begun;

    private FigureRowsFile(Function<Optional<String>, FigureRowListResponse> pages) {
        this.pages = pages;
        this.next = Optional.of(pages.apply(Optional.empty()));
    }

    static InputStream of(Function<Optional<String>, FigureRowListResponse> pages) {
        return new SequenceInputStream(new FigureRowsFile(pages));
    }

    @Override
    public boolean hasMoreElements() {
        return next.isPresent();
    }

    @Override
    public InputStream nextElement() {
        FigureRowListResponse page = next.orElseThrow(NoSuchElementException::new);
        String text = FigureTable.rows(page.items(), !begun);
        begun = true;
        next = Optional.ofNullable(page.nextCursor()).map(cursor -> pages.apply(Optional.of(cursor)));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
