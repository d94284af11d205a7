package id.setia.imports;

import id.setia.jobs.JobFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file, read row by row: UTF-8 text, with commas or semicolons between cells, plain or compressed with gzip.
 * Blank rows are passed over.
 */
final class CsvFile implements Iterator<FileRow>, Closeable {

    private static final int GZIP = 0x1f8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 10_000;

    private final CSVParser parser;
    private final RowLimit limit;
    private final Iterator<CSVRecord> records;
    private final List<String> titles;
    private FileRow next;
    private boolean ended;

    private CsvFile(CSVParser parser, RowLimit limit) {
        this.parser = parser;
        this.limit = limit;
        this.records = parser.iterator();
        this.titles = records.hasNext() ? records.next().toList() : List.of();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws JobFailure when it is no CSV at all
     */
    static CsvFile open(InputStream content) throws IOException {
        try {
            BufferedReader text = text(content);
            char delimiter = delimiter(text);
            RowLimit limit = new RowLimit(text);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(false)
                    .get();
            return new CsvFile(CSVParser.parse(limit, format), limit);
        } catch (ZipException | EOFException | CharacterCodingException | UncheckedIOException | IllegalStateException unreadable) {
            throw new JobFailure("file_unreadable");
        }
    }

    /**
     * Reads a file once through, for its encoding alone: a spreadsheet's own is found before anything is posted.
     *
     * @throws JobFailure when it is not UTF-8 throughout
     */
    static void requireUtf8(InputStream content) throws IOException {
        try (BufferedReader text = text(content)) {
            text.transferTo(Writer.nullWriter());
        } catch (ZipException | EOFException | CharacterCodingException unreadable) {
            throw new JobFailure("file_unreadable");
        }
    }

    private static BufferedReader text(InputStream content) throws IOException {
        return new BufferedReader(new InputStreamReader(
                unpacked(new BufferedInputStream(content)), StandardCharsets.UTF_8.newDecoder()));
    }

    private static InputStream unpacked(BufferedInputStream content) throws IOException {
        content.mark(2);
        int magic = content.read() << 8 | content.read();
        content.reset();
        return magic == GZIP ? new UnpackedLimit(new GZIPInputStream(content, 1 << 16)) : content;
    }

    /** What stands more often in the header; leaves the reader where the header begins. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        int balance = 0;
        for (int index = 0, character = text.read();
                index < LONGEST_HEADER - 1 && character >= 0 && character != '\n';
                index++, character = text.read()) {
            balance += character == ';' ? 1 : character == ',' ? -1 : 0;
        }
        text.reset();
        return balance > 0 ? ';' : ',';
    }

    /** What its first row says; none when it is empty. */
    List<String> titles() {
        return titles;
    }

    /**
     * Whether there is another row; one whose quotation mark nothing closes is the last.
     *
     * @throws JobFailure when the file is broken from here on
     */
    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended && records.hasNext()) {
                CSVRecord record = records.next();
                limit.rowRead();
                if (record.size() > 1 || !record.get(0).isBlank()) {
                    next = new FileRow(record.getRecordNumber(), record.toList());
                }
            }
            return next != null;
        } catch (UncheckedIOException broken) {
            if (!isUnclosed(broken)) {
                throw new JobFailure("file_unreadable");
            }
            ended = true;
            next = new FileRow(parser.getRecordNumber() + 1, List.of());
            return true;
        } catch (IllegalStateException broken) {
            throw new JobFailure("file_unreadable");
        }
    }

    private static boolean isUnclosed(UncheckedIOException broken) {
        return broken.getCause() instanceof CSVException unread && unread.getMessage().contains("EOF reached");
    }

    @Override
    public FileRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FileRow row = next;
        next = null;
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Refuses a row without end, as an open quotation mark makes one. */
    private static final class RowLimit extends FilterReader {

        private static final int LONGEST_ROW = 1 << 20;

        private int sinceRow;

        private RowLimit(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] characters, int offset, int length) throws IOException {
            int read = super.read(characters, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            sinceRow += read;
            if (sinceRow > LONGEST_ROW) {
                throw new IOException("a row is longer than " + LONGEST_ROW + " characters");
            }
        }

        private void rowRead() {
            sinceRow = 0;
        }
    }

    /** Refuses a small file that unpacks to a huge one. */
    private static final class UnpackedLimit extends FilterInputStream {

        private static final long MOST = 1L << 30;

        private long read;

        private UnpackedLimit(InputStream content) {
            super(content);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int more = super.read(bytes, offset, length);
            read += Math.max(0, more);
            if (read > MOST) {
                throw new IOException("the file unpacks to more than " + MOST + " bytes");
            }
            return more;
        }
    }
}
