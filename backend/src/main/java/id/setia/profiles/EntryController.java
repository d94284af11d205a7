package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.points.EntryPages;
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
import java.util.Optional;

/** A member's entries in the ledger, over HTTP. */
@Controller("/api/v1/members/{memberId}/entries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class EntryController {

    private final ProfileReads reads;
    private final EntryPages entries;

    EntryController(ProfileReads reads, EntryPages entries) {
        this.reads = reads;
        this.entries = entries;
    }

    @Get
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.AUDITOR, Role.FINANCE},
            scopes = Scope.MEMBERS_READ)
    @Operation(
            operationId = "listMemberEntries",
            summary = "List a member's entries in the ledger",
            description = "Every movement on every account, numbered without gaps, the oldest first. Entries never change, so that who"
                    + " has read up to a number goes on behind it. By the id of a membership that was merged into another, its own, up to"
                    + " the merge.")
    EntryListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "100") @QueryValue(defaultValue = "100") @Min(1) @Max(500) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "NDIgMjAyNi0xMS0yMFQxMTo0MjowMVo") @Nullable @QueryValue String cursor) {
        reads.whole(caller, memberId, "member.entries_viewed");
        Page<EntryPages.Numbered> page =
                entries.page(reads.named(caller, memberId), Optional.ofNullable(cursor), limit);
        return new EntryListResponse(
                page.items().stream().map(EntryResponse::of).toList(), page.nextCursor().orElse(null));
    }
}
