package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The contacts of the member. */
@Serdeable
@Schema(description = "The contacts of the member, and what else opens the account.")
public record ContactListResponse(
        @Schema(description = "At most one e-mail address and one phone number.") List<ContactResponse> items,
        @Schema(description = "A contact that waits for its code, if any.") List<SentCodeResponse> waiting,
        @Schema(description = "Whether there is a password.", example = "true") boolean hasPassword) {

    static ContactListResponse of(ContactChanges.Overview overview) {
        return new ContactListResponse(
                overview.contacts().stream().map(ContactResponse::of).toList(),
                overview.waiting().stream().map(SentCodeResponse::of).toList(),
                overview.hasPassword());
    }
}
