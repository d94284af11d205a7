package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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

/** Payment cards by their tokens, which stand in bodies and never in an address. */
@Controller("/api/v1/members/{memberId}/payment-cards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class PaymentCardController {

    private final MemberPath path;
    private final PaymentCards cards;
    private final Memberships memberships;

    PaymentCardController(MemberPath path, PaymentCards cards, Memberships memberships) {
        this.path = path;
        this.cards = cards;
        this.memberships = memberships;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.AUDITOR},
            scopes = Scope.MEMBERS_READ)
    @Get
    @Operation(
            operationId = "listPaymentCards",
            summary = "List the payment cards a member is known by",
            description = "Payment cards by which a till knows the member, each with the end of its token.")
    PaymentCardListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        UUID member = path.member(caller, memberId);
        memberships.note(caller, member, "member.payment_cards_viewed");
        return new PaymentCardListResponse(
                cards.of(member).stream().map(PaymentCard::response).toList(), PaymentCards.MOST);
    }

    @Allowed(scopes = Scope.MEMBERS_WRITE)
    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "addPaymentCard",
            summary = "Let a member be known by a payment card",
            description = "After the member agreed: a purchase that names the card's token earns for them. Points are never spent by it. For"
                    + " systems of the program's owner. The token is what the acquirer calls the card at every payment; a text"
                    + " that looks like a card number is refused with `card_number_sent` and not kept. One the member has already"
                    + " stays as it is.")
    PaymentCardResponse add(
            Caller caller,
            @Parameter(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Body @Valid AddPaymentCardRequest request) {
        Optional<String> label = Optional.ofNullable(request.label()).filter(text -> !text.isBlank());
        return cards.add(
                        caller,
                        path.memberOfOwner(caller, memberId),
                        request.paymentToken().reference(),
                        label.map(MemberCardController::label))
                .response();
    }

    @Allowed(
            member = true,
            staff = Role.SERVICE_AGENT,
            scopes = Scope.MEMBERS_WRITE)
    @Delete("/{paymentCardId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removePaymentCard",
            summary = "Let a member no longer be known by a payment card",
            description = "Its token is deleted. One that is not there is not there already. Systems of partners other than the"
                    + " program's owner remove none.")
    void remove(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The payment card.", example = "pay_01kq5zv4m8e7t9b3x2c1d0f6ga") String paymentCardId) {
        UUID member = path.memberOfOwner(caller, memberId);
        cards.remove(caller, member, PublicId.PAYMENT_CARD.parseOr(paymentCardId, ProblemCode.CARD_NOT_FOUND));
    }
}
