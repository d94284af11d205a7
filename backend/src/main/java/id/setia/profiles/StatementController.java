package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.members.MemberProfile;
import id.setia.program.ProgramSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;

/** A month of a member's points, over HTTP. */
@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class StatementController {

    private final ProfileReads reads;
    private final MonthStatements statements;
    private final ProgramSettings settings;

    StatementController(ProfileReads reads, MonthStatements statements, ProgramSettings settings) {
        this.reads = reads;
        this.statements = statements;
        this.settings = settings;
    }

    @Get("/{memberId}/statements/{month}")
    @Allowed(member = true, staff = {Role.SERVICE_AGENT, Role.AUDITOR, Role.FINANCE}, scopes = Scope.MEMBERS_READ)
    @Operation(
            operationId = "getMemberStatement",
            summary = "Read a month's statement",
            description = "The balance at the beginning, every movement recorded in the month with the balance after it, the"
                    + " balance at the end, and what of that lapses when. A purchase recorded late stands in the month in"
                    + " which it was recorded, with its own date. Asked for by the id of a membership that was merged into another, it"
                    + " is that membership's own, up to the merge.")
    StatementResponse statement(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The month, not one to come.", example = "2026-11") String month) {
        MemberProfile member = reads.whole(caller, memberId, "member.statement_viewed");
        return statements.of(member, reads.named(caller, memberId), statements.month(month));
    }

    @Get(value = "/{memberId}/statements/{month}/csv", produces = "text/csv")
    @Allowed(member = true, staff = {Role.SERVICE_AGENT, Role.AUDITOR, Role.FINANCE}, scopes = Scope.MEMBERS_READ)
    @Operation(
            operationId = "exportMemberStatement",
            summary = "A month's statement as CSV",
            description = "The same in the member's language, one row for each movement.")
    HttpResponse<String> csv(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The month, not one to come.", example = "2026-11") String month) {
        MemberProfile member = reads.whole(caller, memberId, "member.statement_viewed");
        YearMonth of = statements.month(month);
        return HttpResponse.ok(StatementCsv.of(
                        statements.of(member, reads.named(caller, memberId), of), member.language(), settings.current().timeZone()))
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + of + ".csv\"");
    }
}
