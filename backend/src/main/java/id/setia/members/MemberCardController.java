package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Cards by their number, which stands in bodies and never in an address. */
@Controller("/api/v1/members/{memberId}/cards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class MemberCardController {

    private final MemberPath path;
    private final MemberCards cards;
    private final Memberships memberships;

    MemberCardController(MemberPath path, MemberCards cards, Memberships memberships) {
        this.path = path;
        this.cards = cards;
        this.memberships = memberships;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR},
            scopes = Scope.MEMBERS_READ)
    @Get
    @Operation(
            operationId = "listMemberCards",
            summary = "List a member's cards",
            description = "The main card first, then those added for the family or from before, blocked ones last.")
    MemberCardListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        UUID member = path.member(caller, memberId);
        memberships.note(caller, member, "member.cards_viewed");
        return new MemberCardListResponse(
                cards.of(member).stream().map(MemberCardResponse::of).toList(), MemberCards.MOST);
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER},
            scopes = Scope.MEMBERS_WRITE)
    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "addMemberCard",
            summary = "Add a card",
            description = "Purchases shown with it earn for this membership. Points cannot be spent with it until the member"
                    + " allows it. Staff and systems of the program's owner may enter the number of an older card; systems of"
                    + " other partners add none.")
    MemberCardResponse add(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid AddCardRequest request) {
        if (request.number() != null && caller instanceof Caller.SignedInMember) {
            throw Problem.invalid("/number", "must_be_absent");
        }
        return MemberCardResponse.of(cards.add(
                caller,
                Optional.ofNullable(key),
                path.memberOfOwner(caller, memberId),
                label(request.label()),
                Optional.ofNullable(request.number())));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER})
    @Post("/changes")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "changeMemberCard",
            summary = "Rename a card, or let it spend",
            description = "Only the member may let an additional card spend points, and only while the membership is active.")
    MemberCardResponse change(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid ChangeCardRequest request) {
        if (Boolean.TRUE.equals(request.maySpend()) && caller instanceof Caller.SignedInStaff) {
            throw Problem.invalid("/maySpend", "must_be_absent");
        }
        return MemberCardResponse.of(cards.change(
                caller,
                path.member(caller, memberId),
                request.number(),
                Optional.ofNullable(request.label()).map(MemberCardController::label),
                Optional.ofNullable(request.maySpend())));
    }

    static String label(String text) {
        String label = PersonName.normal(text);
        PersonName.objection("/label", label).ifPresent(objection -> {
            throw Problem.invalid(objection.pointer(), objection.code(), objection.arguments().toArray());
        });
        return label;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER},
            scopes = Scope.MEMBERS_WRITE)
    @Post("/blocks")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "blockMemberCard",
            summary = "Block an additional card",
            description = "A purchase shown with it stays unattached, with a warning to the till. The main card is not"
                    + " blocked but replaced. Systems of partners other than the program's owner block none.")
    MemberCardResponse block(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid CardActRequest request) {
        return MemberCardResponse.of(
                cards.block(caller, path.memberOfOwner(caller, memberId), request.number(), reason(caller, request)));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER},
            scopes = Scope.MEMBERS_WRITE)
    @Post("/replacements")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "replaceMemberCard",
            summary = "Replace a card",
            description = "A new number with the same label and rights takes its place; the old one is blocked."
                    + " Systems of partners other than the program's owner replace none.")
    MemberCardResponse replace(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid CardActRequest request) {
        return MemberCardResponse.of(cards.replace(
                caller,
                Optional.ofNullable(key),
                path.memberOfOwner(caller, memberId),
                request.number(),
                reason(caller, request)));
    }

    private static String reason(Caller caller, CardActRequest request) {
        return Memberships.reasonOf(caller, Optional.ofNullable(request.reason()));
    }
}
