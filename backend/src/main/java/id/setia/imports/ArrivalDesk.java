package id.setia.imports;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.members.ArrivingMember;
import id.setia.members.MemberArrivals;
import id.setia.members.MemberArrivals.Holder;
import id.setia.members.MemberReference;
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Standings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes rows of members: decides what becomes of each and, unless it is a trial, makes the members with all they bring. */
@Singleton
class ArrivalDesk {

    private static final String OLD_TEXT = "legacy";

    private final MemberArrivals arrivals;
    private final PointsLedger ledger;
    private final Standings standings;
    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final IdMaker ids;

    ArrivalDesk(
            MemberArrivals arrivals,
            PointsLedger ledger,
            Standings standings,
            TierLadder ladder,
            ProgramSettings settings,
            BusinessClock clock,
            IdMaker ids) {
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.standings = standings;
        this.ladder = ladder;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Today by the programme's calendar. */
    LocalDate today() {
        return settings.current().dateOf(clock.now());
    }

    /** The tiers a row may name, the lowest first. */
    List<Tier> tiers() {
        return ladder.isDefined() ? ladder.current().tiers() : List.of();
    }

    PreparedRow prepare(MemberRow row, ImportOrder order) {
        return new PreparedRow(
                row,
                arrivals.fingerprint(row.content(order.funder().map(UUID::toString).orElse(""))),
                arrivals.alias(row.number()));
    }

    /** Decides the rows and makes the members, in the running transaction. */
    void take(ArrivalChunk chunk, Repeats repeats, ImportOrder order, UUID jobId, LocalDate today, ArrivalOutcome outcome) {
        ArrivalChecks checks = new ArrivalChecks(
                repeats, holders(chunk), openings(chunk), tiers().stream().findFirst(), today);
        chunk.refused().forEach(outcome::refused);
        chunk.readable().forEach(row -> checks.decide(row, outcome));
        if (!order.dryRun() && !outcome.newcomers().isEmpty()) {
            ledger.post(session -> {
                make(session, outcome.newcomers(), order, jobId);
                return null;
            });
        }
    }

    private Map<MemberReference, Holder> holders(ArrivalChunk chunk) {
        return arrivals.holders(
                chunk.readable().stream().flatMap(prepared -> prepared.row().references()).toList());
    }

    private Set<String> openings(ArrivalChunk chunk) {
        return ledger.posted(chunk.readable().stream().flatMap(PreparedRow::openingKeys).toList());
    }

    private void make(LedgerSession session, List<Newcomer> newcomers, ImportOrder order, UUID jobId) {
        Program program = settings.current();
        Map<UUID, Newcomer> made = new LinkedHashMap<>();
        newcomers.forEach(newcomer -> made.put(ids.next(), newcomer));
        session.open(made.keySet());
        List<ArrivingMember> members = new ArrayList<>();
        made.forEach((id, newcomer) -> {
            members.add(member(id, newcomer, program, session.now()));
            open(session, id, newcomer, order, jobId, program);
            newcomer.tier().ifPresent(tier -> standings.bringOver(
                    id,
                    tier,
                    after(newcomer.row().tierUntil().orElseThrow(), program),
                    session.now(),
                    session.batch()));
        });
        arrivals.add(session.batch(), members, PublicId.JOB.format(jobId), session.now());
    }

    private static ArrivingMember member(UUID id, Newcomer newcomer, Program program, Instant now) {
        MemberRow row = newcomer.row();
        String language = row.language().orElse("id");
        return new ArrivingMember(
                id,
                row.numbers(),
                row.cards(),
                newcomer.phone(),
                newcomer.email(),
                row.name().orElse(("en".equals(language) ? "Customer " : "Pelanggan ") + row.number().value()),
                row.birthDate(),
                language,
                row.joinDate().map(program::startOf).orElse(now),
                row.consents().stream()
                        .map(consent -> new ArrivingMember.Consent(
                                consent.purpose(),
                                consent.given(),
                                row.consentText().orElse(OLD_TEXT),
                                program.startOf(consent.day()),
                                row.consentSource()))
                        .toList(),
                newcomer.prepared().fingerprint());
    }

    private static void open(
            LedgerSession session, UUID id, Newcomer newcomer, ImportOrder order, UUID jobId, Program program) {
        for (Newcomer.Lot lot : newcomer.lots()) {
            OpeningLot opening = lot.opening();
            session.member(id)
                    .open(
                            new Posting(
                                    newcomer.prepared().openingKey(lot.place()),
                                    TransactionKind.OPENING,
                                    new Source("import", jobId),
                                    session.now(),
                                    "{}"),
                            new Grant(
                                    opening.points(),
                                    order.funder().orElseThrow(),
                                    opening.lastDay().map(day -> after(day, program)),
                                    Optional.empty()));
        }
    }

    /** The first moment after a day, programme time. */
    private static Instant after(LocalDate day, Program program) {
        return program.startOf(day.plusDays(1));
    }
}
