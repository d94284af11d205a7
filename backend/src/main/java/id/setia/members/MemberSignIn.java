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

/** Members sign in by e-mail and password. */
@Singleton
class MemberSignIn implements MemberCredentials {

    private static final Set<MemberState> MAY_SIGN_IN = EnumSet.of(MemberState.ACTIVE, MemberState.FROZEN);

    private final Transactions transactions;
    private final Passwords passwords;

    MemberSignIn(Transactions transactions, Passwords passwords) {
        this.transactions = transactions;
        this.passwords = passwords;
    }

    @Override
    public Optional<UUID> verify(String email, String password) {
        MemberReference reference = MemberReference.email(email);
        Optional<MemberRows.Row> member = transactions.read(connection -> {
            Map<MemberReference, UUID> holders = IdentifierRows.holders(connection, List.of(reference));
            UUID id = holders.getOrDefault(reference, new UUID(0, 0));
            return Optional.ofNullable(MemberRows.select(connection, List.of(id)).get(id));
        });
        boolean good = passwords.verify(password, member.flatMap(MemberRows.Row::passwordHash));
        return member.filter(row -> good && MAY_SIGN_IN.contains(row.state())).map(MemberRows.Row::id);
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
