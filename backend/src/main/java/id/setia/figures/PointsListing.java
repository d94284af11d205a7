package id.setia.figures;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.points.BookedTransaction;
import id.setia.points.LedgerAccount;
import id.setia.points.LedgerDays;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists movements of points by the day on which they happened: goes, the latest span of recording first, over those in
 * which something of these days was recorded. A page stops after so many transactions looked at, whether it is full or not.
 */
@Singleton
class PointsListing {

    private static final int LOOKED_AT_ONCE = 200;
    private static final int LOOKED_AT_MOST = 2_000;

    private final PointsRows spans;
    private final LedgerDays ledger;
    private final ProgramSettings settings;

    PointsListing(PointsRows spans, LedgerDays ledger, ProgramSettings settings) {
        this.spans = spans;
        this.ledger = ledger;
        this.settings = settings;
    }

    Page<FigureRowResponse> page(Span span, LedgerAccount account, Optional<String> cursor, int limit) {
        List<FigureRowResponse> rows = new ArrayList<>();
        Optional<Place> place = cursor.map(Place::read).or(() -> recording(span, Optional.empty()));
        int looked = 0;
        while (place.isPresent() && rows.size() < limit && looked < LOOKED_AT_MOST) {
            Place at = place.get();
            List<BookedTransaction> page =
                    ledger.recordedBackwards(at.recordedFrom(), at.recordedFrom().plus(LedgerSpans.LENGTH), at.before(), LOOKED_AT_ONCE);
            place = page.size() < LOOKED_AT_ONCE
                    ? recording(span, Optional.of(at.recordedFrom().minus(LedgerSpans.LENGTH)))
                    : Optional.of(Place.behind(at.recordedFrom(), page.getLast()));
            for (BookedTransaction transaction : page) {
                Optional<FigureRowResponse> row = row(transaction, span, account);
                if (row.isPresent()) {
                    rows.add(row.get());
                    if (rows.size() == limit) {
                        place = Optional.of(Place.behind(at.recordedFrom(), transaction));
                        break;
                    }
                }
            }
            looked += page.size();
        }
        return new Page<>(rows, place.map(Place::cursor));
    }

    private Optional<Place> recording(Span span, Optional<Instant> until) {
        return spans.spansOf(span.first(), span.last(), until, 1).stream()
                .findFirst()
                .map(from -> new Place(from, Optional.empty()));
    }

    private Optional<FigureRowResponse> row(BookedTransaction transaction, Span span, LedgerAccount account) {
        Program program = settings.current();
        LocalDate day = program.dateOf(transaction.businessAt());
        long points = account == LedgerAccount.ISSUED ? -transaction.on(account) : transaction.on(account);
        if (points == 0 || day.isBefore(span.first()) || day.isAfter(span.last())) {
            return Optional.empty();
        }
        return Optional.of(new FigureRowResponse(
                day,
                transaction.businessAt(),
                "transaction",
                PublicId.TRANSACTION.format(transaction.id()),
                PublicId.MEMBER.format(transaction.memberId()),
                null,
                null,
                transaction.kind().value(),
                null,
                points));
    }

    /**
     * Where a page begins.
     *
     * @param recordedFrom where the span of recording begins
     * @param before behind which transaction of the span; from its latest on when empty
     */
    private record Place(Instant recordedFrom, Optional<LedgerDays.Spot> before) {

        static Place behind(Instant recordedFrom, BookedTransaction transaction) {
            return new Place(recordedFrom, Optional.of(LedgerDays.Spot.of(transaction)));
        }

        static Place read(String cursor) {
            String[] parts = Cursor.place(cursor).split(" ");
            try {
                return new Place(
                        Instant.parse(parts[0]),
                        parts.length == 3
                                ? Optional.of(new LedgerDays.Spot(Instant.parse(parts[1]), UUID.fromString(parts[2])))
                                : Optional.empty());
            } catch (DateTimeException | IllegalArgumentException error) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
        }

        String cursor() {
            return Cursor.of(recordedFrom + before.map(spot -> " " + spot.recordedAt() + " " + spot.memberId()).orElse(""));
        }
    }
}
