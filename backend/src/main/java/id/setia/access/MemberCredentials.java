package id.setia.access;

import java.util.Optional;
import java.util.UUID;

/** How members prove who they are. */
public interface MemberCredentials {

    /** The one form of an e-mail address or phone number, however it was typed: what attempts are counted by. */
    String account(String login);

    /**
     * The member who may sign in with the e-mail address or phone number and the password; takes the same time whether
     * there is such a member.
     */
    Optional<UUID> verify(String login, String password);

    /** Notes that the member is signed in now. */
    void signedIn(UUID memberId);

    /** How a signed-in member is greeted; empty when they may no longer be signed in. */
    Optional<MemberIdentity> identity(UUID memberId);

    /**
     * What a session shows of its member.
     *
     * @param language {@code id} or {@code en}
     */
    record MemberIdentity(String name, String language) {}
}
