package id.setia.access;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail over HTTP. */
@Controller("/api/v1/audit-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audit")
class AuditController {

    private final AuditReads reads;
    private final AuditTrail trail;
    private final StaffNames staff;
    private final ProgramSettings program;

    AuditController(AuditReads reads, AuditTrail trail, StaffNames staff, ProgramSettings program) {
        this.reads = reads;
        this.trail = trail;
        this.staff = staff;
        this.program = program;
    }

    /** Lists what was done and seen. */
    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "listAuditEvents",
            summary = "List the audit trail",
            description = "What was done and seen by whom, the newest first. Filters add up.")
    AuditEventListResponse list(
            @Parameter(description = "Only what this member of staff, member or client did.", example = "stf_01j9zq3k5v8w2x4y6z8a0b2c4d")
                    @Nullable @QueryValue String actor,
            @Parameter(description = "Only actions that begin so.", example = "staff.")
                    @Nullable @QueryValue @Pattern(regexp = "[a-z_.]{0,60}") String action,
            @Parameter(description = "Only what was done to this.", example = "mem_01j9zq3k5v8w2x4y6z8a0b2c4d")
                    @Nullable @QueryValue String subject,
            @Parameter(description = "The first day that counts, in the program's time zone.", example = "2026-11-01")
                    @Nullable @QueryValue String from,
            @Parameter(description = "The last day that counts, in the program's time zone.", example = "2026-11-30")
                    @Nullable @QueryValue String to,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
        AuditQuery query = new AuditQuery(
                id("/actor", actor),
                Optional.ofNullable(action).orElse(""),
                id("/subject", subject),
                startOf("/from", from, 0),
                startOf("/to", to, 1));
        Page<AuditEvent> page = reads.page(query, before(cursor), limit);
        var names = staff.of(page.items().stream().flatMap(AuditController::staffIds).collect(Collectors.toSet()));
        return new AuditEventListResponse(
                page.items().stream().map(event -> AuditEventResponse.of(event, names)).toList(),
                page.nextCursor().orElse(null));
    }

    private static Optional<UUID> id(String pointer, String text) {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank())
                .map(given -> AuditQuery.id(given.strip()).orElseThrow(() -> Problem.invalid(pointer, "value_malformed")));
    }

    private Optional<Instant> startOf(String pointer, String date, int daysLater) {
        if (date == null || date.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(date.strip());
            if (day.getYear() < 1970 || day.getYear() > 9998) {
                throw Problem.invalid(pointer, "date_malformed");
            }
            Program current = program.current();
            return Optional.of(current.startOf(day.plusDays(daysLater)));
        } catch (DateTimeParseException error) {
            throw Problem.invalid(pointer, "date_malformed");
        }
    }

    private static long before(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.place(cursor));
        } catch (NumberFormatException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    private static Stream<UUID> staffIds(AuditEvent event) {
        Stream<UUID> actor = event.actorKind().equals("staff") ? event.actorId().stream() : Stream.empty();
        Stream<UUID> subject = event.subjectKind().equals("staff") ? Stream.of(event.subjectId()) : Stream.empty();
        return Stream.concat(actor, subject);
    }

    /** Follows the trail from its beginning to its end. */
    @Get("/proof")
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getAuditProof",
            summary = "Prove the audit trail",
            description = "Follows the chain of hashes over the whole trail; takes a second for some hundred thousand events.")
    AuditProofResponse prove() {
        return AuditProofResponse.of(trail.verify());
    }
}
