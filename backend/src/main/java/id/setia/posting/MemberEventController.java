package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.earning.Explanations;
import id.setia.earning.Judgements;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberPath;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;

/** Events of members, told by partners' systems over HTTP. */
@Controller("/api/v1/members/{memberId}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class MemberEventController {

    private final MemberEvents events;
    private final MemberPath path;
    private final Explanations explanations;
    private final Judgements judgements;

    MemberEventController(MemberEvents events, MemberPath path, Explanations explanations, Judgements judgements) {
        this.events = events;
        this.path = path;
        this.explanations = explanations;
        this.judgements = judgements;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.EVENTS_WRITE)
    @Operation(
            operationId = "tellMemberEvent",
            summary = "Tell of something a member did",
            description = "Gives the points that rules for the event's code give, each as often as it may for one member."
                    + " Telling of the same event again, by its key or else the `Idempotency-Key`, gives the same answer and"
                    + " has no effect. Systems of partners other than the program's owner tell of members who agree to share"
                    + " their data with partners; others are `member_not_found`.")
    MemberEventResponse tell(
            Caller caller,
            @Parameter(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid TellEventRequest request) {
        if (!(caller instanceof Caller.ApiClient client)) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        MemberEvents.Told told = events.tell(client, path.member(client, memberId), Optional.ofNullable(key), request);
        MemberEvent event = told.event();
        return new MemberEventResponse(
                PublicId.MEMBER_EVENT.format(event.id()),
                event.code(),
                event.occurredAt(),
                event.points(),
                event.judgement().isEmpty()
                        ? List.of()
                        : explanations.of(judgements.read(event.judgement()), explanations.book()),
                told.replayed());
    }
}
