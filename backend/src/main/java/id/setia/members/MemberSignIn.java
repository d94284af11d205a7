package id.setia.members;

import id.setia.access.MemberCredentials;
import id.setia.access.Passwords;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Members sign in by e-mail or phone, and password. */
@Singleton
class MemberSignIn implements MemberCredentials {

    private static final Set<MemberState> MAY_SIGN_IN = EnumSet.of(MemberState.ACTIVE, MemberState.FROZEN);

    private final Transactions transactions;
    private final Passwords passwords;
    private final MemberPresence presence;

    MemberSignIn(Transactions transactions, Passwords passwords, MemberPresence presence) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.presence = presence;
    }

    @Override
    public String account(String login) {
        return reference(login).value();
    }

    private static MemberReference reference(String login) {
        return Contact.parse(login).map(Contact::reference).orElseGet(() -> MemberReference.email(login));
    }

    @Override
    public Optional<UUID> verify(String login, String password) {
        MemberReference reference = reference(login);
        Optional<MemberRows.Row> member = transactions.read(connection -> {
            Map<MemberReference, UUID> holders = IdentifierRows.holders(connection, List.of(reference));
            UUID id = holders.getOrDefault(reference, new UUID(0, 0));
            return Optional.ofNullable(MemberRows.select(connection, List.of(id)).get(id));
        });
        boolean good = passwords.verify(password, member.flatMap(MemberRows.Row::passwordHash));
        return member.filter(row -> good && maySignIn(row.state())).map(MemberRows.Row::id);
    }

    static boolean maySignIn(MemberState state) {
        return MAY_SIGN_IN.contains(state);
    }

    @Override
    public void signedIn(UUID memberId) {
        presence.signedIn(memberId);
    }

    @Override
    public Optional<MemberIdentity> identity(UUID memberId) {
        return transactions
                .read(connection -> Optional.ofNullable(
                        MemberRows.select(connection, List.of(memberId)).get(memberId)))
                .filter(row -> MAY_SIGN_IN.contains(row.state()))
                .map(row -> new MemberIdentity(row.name(), row.language()));
    }
}
