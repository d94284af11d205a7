package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SignIns;
import id.setia.kernel.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

@Controller("/api/v1/members/{memberId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class MembershipController {

    private final MemberPath path;
    private final Memberships memberships;
    private final SignIns signIns;

    MembershipController(MemberPath path, Memberships memberships, SignIns signIns) {
        this.path = path;
        this.memberships = memberships;
        this.signIns = signIns;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Get("/membership")
    @Operation(
            operationId = "getMembership",
            summary = "Read how a membership stands",
            description = "The state, since when it is frozen, and when it is to end.")
    MembershipResponse get(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        UUID member = path.member(caller, memberId);
        memberships.note(caller, member, "member.membership_viewed");
        return MembershipResponse.of(memberships.of(member));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER})
    @Put("/freeze")
    @Operation(
            operationId = "freezeMember",
            summary = "Freeze a membership",
            description = "For a lost phone or card: the member goes on earning and cannot spend, the main card gets a new"
                    + " number, and the lost one finds nobody. Points stay. Sessions on other browsers end; all of them"
                    + " when staff freeze. A frozen membership stays as it is.")
    MembershipResponse freeze(
            HttpRequest<?> request,
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid FreezeMemberRequest freeze) {
        UUID member = path.member(caller, memberId);
        Membership frozen = memberships.freeze(caller, member, Optional.ofNullable(freeze.reason()));
        if (caller instanceof Caller.SignedInMember) {
            signIns.endOthers(request);
        }
        return MembershipResponse.of(frozen);
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT})
    @Post("/unfreezing")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "unfreezeMember",
            summary = "Open a frozen membership again",
            description = "A member gives the code that was sent to them once they had told their password; staff say that"
                    + " they checked who it is, and why. Cards that were blocked stay blocked.")
    MembershipResponse unfreeze(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid UnfreezeMemberRequest unfreeze) {
        return MembershipResponse.of(memberships.unfreeze(caller, path.member(caller, memberId), unfreeze));
    }

    @Allowed(member = true)
    @Post("/codes")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "sendMemberCode",
            summary = "Send a code to prove who one is",
            description = "Sends a code to the member's e-mail address, or else to their phone. A member who has a password"
                    + " tells it first. At most five codes an hour.")
    MemberCodeResponse sendCode(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid SendMemberCodeRequest request) {
        MemberCodes.Sent sent = memberships.sendCode(
                path.member(caller, memberId), purpose(request.purpose()), Optional.ofNullable(request.password()));
        return new MemberCodeResponse(sent.to(), sent.expiresAt());
    }

    private static MemberCodes.Purpose purpose(String value) {
        return Arrays.stream(MemberCodes.Purpose.values())
                .filter(purpose -> purpose.value().equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/purpose", "value_unknown", "unfreeze, close"));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT})
    @Put("/closing")
    @Operation(
            operationId = "closeMembership",
            summary = "Ask for a membership to end",
            description = "It ends fourteen days later: points lapse, the tier is lost, e-mail address and phone number are"
                    + " free for others. Until then everything stays, and it can be taken back.")
    MembershipResponse close(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid CloseMembershipRequest request) {
        return MembershipResponse.of(memberships.askToClose(caller, path.member(caller, memberId), request));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT})
    @Delete("/closing")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "keepMembership",
            summary = "Take the end of a membership back",
            description = "The member stays, with everything they have. Does nothing when no end was asked for.")
    MembershipResponse keep(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return MembershipResponse.of(memberships.keep(caller, path.member(caller, memberId)));
    }
}
