package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Caller;
import id.setia.access.ClientAddress;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

@Controller("/api/v1/members/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class ContactController {

    private final ContactChanges contacts;
    private final Reauthentication reauthentication;
    private final MemberRegistry members;
    private final Attempts attempts;
    private final ClientAddress address;

    ContactController(
            ContactChanges contacts,
            Reauthentication reauthentication,
            MemberRegistry members,
            Attempts attempts,
            ClientAddress address) {
        this.contacts = contacts;
        this.reauthentication = reauthentication;
        this.members = members;
        this.attempts = attempts;
        this.address = address;
    }

    /** The contacts of the member, and one that waits for its code. */
    @Get("/contacts")
    @Allowed(member = true)
    @Operation(
            operationId = "listContacts",
            summary = "List one's contacts",
            description = "The member's e-mail address and phone number, and one that waits for its code.")
    ContactListResponse list(Caller caller) {
        return ContactListResponse.of(contacts.overview(OwnMember.of(caller)));
    }

    /** Sends a code to a contact the member wants to have. */
    @Post("/contacts")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(member = true)
    @Operation(
            operationId = "changeContact",
            summary = "Add or change a contact",
            description = "Sends a code to the new contact. Once it comes back the contact takes the place of the one of its kind, and the"
                    + " contacts there were before are told. An e-mail address of somebody else gets a mail that says so.")
    SentCodeResponse change(Caller caller, @Body @Valid ChangeContactRequest change) {
        UUID memberId = OwnMember.of(caller);
        Contact contact = contacts.reachable("/contact", change.contact());
        String language = members.profile(memberId).orElseThrow().language();
        return SentCodeResponse.of(
                reauthentication.with(memberId, change.proof(), () -> contacts.offer(memberId, contact, language)));
    }

    /** Confirms a contact with its code. */
    @Post("/contacts/{codeId}/confirmation")
    @Status(HttpStatus.OK)
    @Allowed(member = true)
    @Operation(
            operationId = "confirmContact",
            summary = "Confirm a contact",
            description = "Gives the member the contact whose code came back. `contact_taken` for a phone number of another account: with `release`"
                    + " the number is freed from that account, which is told and keeps its points.")
    ContactListResponse confirm(
            HttpRequest<?> request,
            Caller caller,
            @Parameter(description = "The code.", example = "cod_01j9zq3k5v8w2x4y6z8a0b2c4d") String codeId,
            @Body @Valid ConfirmContactRequest confirmation) {
        UUID memberId = OwnMember.of(caller);
        String from = address.of(request);
        attempts.take(AttemptKind.CODE_ADDRESS, from);
        contacts.confirm(
                memberId,
                PublicId.CONTACT_CODE.parseOr(codeId, ProblemCode.CODE_EXPIRED),
                confirmation.code(),
                confirmation.releases());
        attempts.giveBack(AttemptKind.CODE_ADDRESS, from);
        return ContactListResponse.of(contacts.overview(memberId));
    }

    /** Takes a contact away, as long as another proven one is left. */
    @Post("/contacts/{kind}/removal")
    @Status(HttpStatus.OK)
    @Allowed(member = true)
    @Operation(
            operationId = "removeContact",
            summary = "Remove a contact",
            description = "Takes the e-mail address or the phone number away. `last_contact` when no other proven one is left.")
    ContactListResponse remove(
            Caller caller,
            @Parameter(description = "`email` or `phone`.", example = "email") String kind,
            @Body @Valid RemoveContactRequest removal) {
        UUID memberId = OwnMember.of(caller);
        return ContactListResponse.of(reauthentication.with(memberId, removal.proof(), () -> {
            contacts.remove(memberId, kind);
            return contacts.overview(memberId);
        }));
    }

    /** Sends a code that proves once more that it is the member. */
    @Post("/proof-codes")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(member = true)
    @Operation(
            operationId = "sendProofCode",
            summary = "Send a code that proves who asks",
            description = "Sends a code to one of the member's proven contacts, to be given as proof in the place of the password.")
    SentCodeResponse sendProof(Caller caller, @Body @Valid SendProofCodeRequest wanted) {
        return SentCodeResponse.of(reauthentication.send(OwnMember.of(caller), wanted.kind()));
    }
}
