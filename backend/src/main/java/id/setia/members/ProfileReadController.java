package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import id.setia.partners.ApiClients;
import id.setia.partners.PartnerDirectory;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What partners read of members, over HTTP. */
@Controller("/api/v1/members/{memberId}/profile-reads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class ProfileReadController {

    private final PartnerReads reads;
    private final MemberPath path;
    private final MemberMerges merges;
    private final PartnerDirectory directory;
    private final ApiClients clients;
    private final Transactions transactions;

    ProfileReadController(
            PartnerReads reads,
            MemberPath path,
            MemberMerges merges,
            PartnerDirectory directory,
            ApiClients clients,
            Transactions transactions) {
        this.reads = reads;
        this.path = path;
        this.merges = merges;
        this.directory = directory;
        this.clients = clients;
        this.transactions = transactions;
    }

    @Get
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "listProfileReads",
            summary = "List who read a member's data",
            description = "Which tills and systems read of the member more than the masked view a sale needs: one row for each and each hour,"
                    + " with how often, by what and which fields, the latest first. Kept for two years.")
    ProfileReadListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MjAyNi0xMS0yMA") @Nullable @QueryValue String cursor) {
        Set<UUID> family = Set.copyOf(merges.family(path.member(caller, memberId)));
        Optional<PartnerReadRows.Place> after = Optional.ofNullable(cursor).map(ProfileReadController::place);
        reads.write();
        List<PartnerRead> rows =
                transactions.read(connection -> PartnerReadRows.page(connection, family, after, limit + 1));
        Page<PartnerRead> page =
                Page.of(rows, limit, read -> Cursor.of(PartnerReadRows.Place.of(read).text()));
        Map<UUID, String> names =
                clients.names(page.items().stream().map(PartnerRead::clientId).distinct().toList());
        return new ProfileReadListResponse(
                page.items().stream()
                        .map(read -> ProfileReadResponse.of(read, directory, Optional.ofNullable(names.get(read.clientId()))))
                        .toList(),
                page.nextCursor().orElse(null));
    }

    private static PartnerReadRows.Place place(String cursor) {
        return PartnerReadRows.Place.parse(Cursor.place(cursor))
                .orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown"));
    }
}
