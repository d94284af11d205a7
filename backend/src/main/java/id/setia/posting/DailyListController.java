package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people and cashiers did on a day beside selling, over HTTP. */
@Controller("/api/v1/corrections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Corrections")
class DailyListController {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final DailyList list;
    private final Corrections corrections;
    private final CorrectionAnswers answers;
    private final PurchaseAnswers stores;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    DailyListController(
            DailyList list,
            Corrections corrections,
            CorrectionAnswers answers,
            PurchaseAnswers stores,
            ProgramSettings settings,
            BusinessClock clock) {
        this.list = list;
        this.corrections = corrections;
        this.answers = answers;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    @Get("/daily")
    @Allowed(staff = {Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listDailyCorrections",
            summary = "Who did what on a day",
            description = "Attachments, moves, detachments, points by hand, checks and refunds of a day, by member of staff and"
                    + " by cashier, the unusual first. Store managers see their own stores.")
    DailyListResponse daily(
            Caller caller,
            @Parameter(description = "The programme's day; today when absent.", example = "2026-11-20") @Nullable @QueryValue String date) {
        LocalDate day = day(date);
        return new DailyListResponse(day, rows(caller, day));
    }

    @Get(value = "/daily.csv", produces = "text/csv")
    @Allowed(staff = {Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "exportDailyCorrections",
            summary = "The same as CSV",
            description = "One row for each member of staff or cashier, with a column for each kind of act.")
    HttpResponse<String> csv(
            Caller caller,
            @Parameter(description = "The programme's day; today when absent.", example = "2026-11-20") @Nullable @QueryValue String date) {
        LocalDate day = day(date);
        return HttpResponse.ok(DailyCsv.of(day, rows(caller, day)))
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"corrections-" + day + ".csv\"");
    }

    @Get
    @Allowed(staff = {Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listCorrections",
            summary = "The acts behind a row of the daily list",
            description = "The acts of one member of staff, or of one cashier of a store, on a day.")
    CorrectionListResponse of(
            Caller caller,
            @Parameter(description = "The programme's day; today when absent.", example = "2026-11-20") @Nullable @QueryValue String date,
            @Parameter(description = "The member of staff.", example = "stf_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String staffId,
            @Parameter(description = "Or the cashier's store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String storeId,
            @Parameter(description = "The cashier's till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String terminalId,
            @Parameter(description = "The cashier's reference.", example = "k-17") @Nullable @QueryValue @Size(max = 60) String cashier) {
        Correction.Actor actor = actor(staffId, storeId, terminalId, cashier);
        Optional<Collection<UUID>> visible = stores(caller);
        return new CorrectionListResponse(corrections.of(actor, day(date)).stream()
                .filter(correction -> visible.isEmpty()
                        || correction.actor().storeId().filter(visible.get()::contains).isPresent())
                .map(answers::of)
                .toList());
    }

    private static Correction.Actor actor(
            @Nullable String staffId, @Nullable String storeId, @Nullable String terminalId, @Nullable String cashier) {
        Optional<UUID> staff = id(PublicId.STAFF, "/staffId", staffId);
        Optional<UUID> store = id(PublicId.STORE, "/storeId", storeId);
        if (staff.isPresent() == store.isPresent()) {
            throw Problem.invalid("/staffId", "exactly_one_of", "staffId, storeId");
        }
        return staff.isPresent()
                ? Correction.Actor.staff(staff.get(), Optional.empty())
                : new Correction.Actor(
                        Optional.empty(), store, id(PublicId.TERMINAL, "/terminalId", terminalId), Optional.ofNullable(cashier));
    }

    private static Optional<UUID> id(PublicId kind, String pointer, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(given -> kind.parse(given).orElseThrow(() -> Problem.invalid(pointer, "id_malformed", kind.prefix())));
    }

    private LocalDate day(@Nullable String date) {
        try {
            LocalDate day = date == null ? settings.current().dateOf(clock.now()) : LocalDate.parse(date);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw Problem.invalid("/date", "value_out_of_range", EARLIEST.toString(), LATEST.toString());
            }
            return day;
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/date", "date_malformed");
        }
    }

    /** A store manager sees their own stores, others who may look see all. */
    private static Optional<Collection<UUID>> stores(Caller caller) {
        Caller.SignedInStaff staff = StaffCallers.of(caller);
        boolean everywhere = staff.roles().stream().anyMatch(role -> switch (role) {
            case ADMINISTRATOR, FINANCE, AUDITOR -> true;
            case MARKETER, SERVICE_AGENT, STORE_MANAGER, ANALYST -> false;
        });
        return everywhere ? Optional.empty() : Optional.of(staff.stores());
    }

    private List<DailyRowResponse> rows(Caller caller, LocalDate day) {
        return list.of(day, stores(caller)).stream().map(this::row).toList();
    }

    private DailyRowResponse row(DailyList.Row row) {
        Correction.Actor actor = row.actor();
        return new DailyRowResponse(
                actor.staffId().map(PublicId.STAFF::format).orElse(null),
                actor.staffId().map(answers::staffName).orElse(null),
                actor.staffId().isPresent() ? null : actor.storeId().map(stores::store).orElse(null),
                actor.terminalId().map(PublicId.TERMINAL::format).orElse(null),
                actor.terminalId().flatMap(answers::terminal).orElse(null),
                actor.cashier().orElse(null),
                row.all().acts(),
                row.all().points(),
                !row.unusual().isEmpty(),
                row.done().entrySet().stream()
                        .map(done -> new DailyDoneResponse(
                                done.getKey().value(),
                                done.getValue().acts(),
                                done.getValue().points(),
                                row.unusual().contains(done.getKey())))
                        .toList());
    }
}
