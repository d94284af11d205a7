package id.setia.notices;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.members.MemberPath;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

@Controller("/api/v1/members/{memberId}/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Notices")
class NoticeController {

    private final MemberPath path;
    private final Inbox inbox;
    private final AuditTrail audit;

    NoticeController(MemberPath path, Inbox inbox, AuditTrail audit) {
        this.path = path;
        this.inbox = inbox;
        this.audit = audit;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Get
    @Operation(
            operationId = "listNotices",
            summary = "List what a member was told",
            description = "The member's inbox, the latest first, and how each notice went out beside it.")
    NoticeListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "bnRjXzAxa3E1enY0bTg") @Nullable @QueryValue String cursor) {
        UUID member = path.member(caller, memberId);
        if (caller instanceof Caller.SignedInStaff) {
            audit.record(caller, "member.notices_viewed", "member", member);
        }
        return inbox.page(member, Optional.ofNullable(cursor), limit);
    }

    @Allowed(member = true)
    @Get("/unseen")
    @Operation(
            operationId = "countUnseenNotices",
            summary = "Count what a member has not seen",
            description = "How many notices wait in the inbox.")
    UnseenNoticesResponse unseen(
            Caller caller,
            @Parameter(description = "`me` for the one signed in.", example = "me") String memberId) {
        return new UnseenNoticesResponse(inbox.unseen(path.member(caller, memberId)));
    }

    @Allowed(member = true)
    @Put("/seen")
    @Operation(
            operationId = "seeNotices",
            summary = "Note what a member has seen",
            description = "The notice and everything before it count as seen.")
    UnseenNoticesResponse see(
            Caller caller,
            @Parameter(description = "`me` for the one signed in.", example = "me") String memberId,
            @Body @Valid SeenNoticesRequest request) {
        return new UnseenNoticesResponse(inbox.see(path.member(caller, memberId), request.upTo()));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Get("/choices")
    @Operation(
            operationId = "getNoticeChoices",
            summary = "Read how a member is told",
            description = "By e-mail, by phone or in the inbox alone, topic by topic.")
    NoticeChoicesResponse choices(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return inbox.choices(path.member(caller, memberId));
    }

    @Allowed(member = true)
    @Put("/choices")
    @Operation(
            operationId = "chooseNotices",
            summary = "Choose how to be told",
            description = "Everything stays in the inbox. What concerns security always comes by e-mail.")
    NoticeChoicesResponse choose(
            Caller caller,
            @Parameter(description = "`me` for the one signed in.", example = "me") String memberId,
            @Body @Valid ChooseNoticesRequest request) {
        return inbox.choose(path.member(caller, memberId), request.items());
    }
}
