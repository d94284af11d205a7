package id.setia.closing;

import id.setia.points.BookedTransaction;
import id.setia.points.Entry;
import id.setia.points.LedgerHistory;
import id.setia.points.SeqRange;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * The entries of a closed month as CSV, one a line, transaction by transaction; read page by page while it is sent, for what
 * is closed never changes. Money is not rounded, so that its sums are those of the closing.
 */
@Singleton
class Journal {

    private static final int MEMBERS = 200;
    private static final int TRANSACTIONS = 500;
    private static final String TITLES = Csv.line(
            "date", "business_date", "posting_key", "kind", "account", "funder", "honouring_partner", "points", "value",
            "currency");

    private final ClosingFigures figures;
    private final LedgerHistory history;
    private final BookPartners partners;
    private final ProgramSettings program;

    Journal(ClosingFigures figures, LedgerHistory history, BookPartners partners, ProgramSettings program) {
        this.figures = figures;
        this.history = history;
        this.partners = partners;
        this.program = program;
    }

    InputStream of(ClosedMonth month) {
        return new SequenceInputStream(new Pages(month));
    }

    private final class Pages implements Enumeration<InputStream> {

        private final ClosedMonth month;
        private final Program current = program.current();
        private List<SeqRange> ranges = List.of();
        private Optional<BookedTransaction> behind = Optional.empty();
        private Optional<UUID> lastMember = Optional.empty();
        private Optional<String> next = Optional.of(TITLES);

        private Pages(ClosedMonth month) {
            this.month = month;
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] page = next.orElseThrow(NoSuchElementException::new).getBytes(StandardCharsets.UTF_8);
            next = page();
            return new ByteArrayInputStream(page);
        }

        private Optional<String> page() {
            List<BookedTransaction> booked = history.booked(ranges, behind, TRANSACTIONS);
            while (booked.isEmpty()) {
                ranges = figures.ranges(month.closing().month(), lastMember, MEMBERS);
                if (ranges.isEmpty()) {
                    return Optional.empty();
                }
                lastMember = Optional.of(ranges.getLast().memberId());
                behind = Optional.empty();
                booked = history.booked(ranges, behind, TRANSACTIONS);
            }
            behind = Optional.of(booked.getLast());
            StringBuilder lines = new StringBuilder();
            booked.forEach(transaction -> transaction.entries().forEach(entry -> lines.append(line(transaction, entry))));
            return Optional.of(lines.toString());
        }

        private String line(BookedTransaction transaction, Entry entry) {
            return Csv.line(
                    current.dateOf(transaction.recordedAt()),
                    current.dateOf(transaction.businessAt()),
                    transaction.postingKey(),
                    transaction.kind().value(),
                    entry.account().value(),
                    partners.code(entry.funderId()),
                    entry.honouringPartnerId().map(partners::code).orElse(""),
                    entry.points(),
                    month.value().exact(entry.points()).stripTrailingZeros().toPlainString(),
                    month.value().currency());
        }
    }
}
