package id.setia.testing;

import id.setia.access.EmailAddress;
import id.setia.access.Passwords;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.members.ConsentChoice;
import id.setia.members.MemberRegistry;
import id.setia.members.NewMember;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members for tests, each with an e-mail of their own. */
@Singleton
public class TestMembers {

    public static final String PASSWORD = "kopi susu gula aren";

    private final MemberRegistry members;
    private final Passwords passwords;
    private final BusinessClock clock;
    private final IdMaker ids;
    private String hash = "";

    TestMembers(MemberRegistry members, Passwords passwords, BusinessClock clock, IdMaker ids) {
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
        this.ids = ids;
    }

    /** Of the one password that all have; making it takes a while. */
    private synchronized String hash() {
        if (hash.isEmpty()) {
            hash = passwords.hash(PASSWORD);
        }
        return hash;
    }

    /** A member who can sign in. */
    public record TestMember(UUID id, String email) {}

    /** Budi Santoso, born on 17 August 1990, who joined just now. */
    public TestMember join() {
        return joinWith(List.of());
    }

    /** The same with choices of consent. */
    public TestMember joinWith(List<ConsentChoice> consents) {
        UUID id = ids.next();
        String email = "budi-" + id + "@example.com";
        members.enrol(new NewMember(
                id,
                EmailAddress.parse(email).orElseThrow(),
                Optional.empty(),
                "Budi Santoso",
                Optional.of(LocalDate.of(1990, 8, 17)),
                "id",
                Optional.of(hash()),
                consents,
                "web",
                "2026-11",
                clock.now()));
        return new TestMember(id, email);
    }
}
