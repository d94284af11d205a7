package id.setia.members;

import java.util.Optional;
import java.util.UUID;

/**
 * A contact whose code came back. Of a phone it proves the number and not the person.
 *
 * @param subjectId what the code was bound to when it was sent, a member for instance
 */
public record ProvenContact(Contact contact, Optional<UUID> subjectId) {}
