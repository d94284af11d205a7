package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door for those who look for members without knowing a number of theirs. */
@Singleton
public class MemberSearch {

    private final Transactions transactions;

    MemberSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What a member is listed with.
     *
     * @param card the number shown first
     */
    public record Contact(Optional<String> card, Optional<String> email) {

        static final Contact NONE = new Contact(Optional.empty(), Optional.empty());
    }

    /** Members one of whose names begins with the text, whatever its case, those whose whole name does first. */
    public List<UUID> byName(String text, int limit) {
        String beginning = text.strip().replaceAll("([!%_])", "!$1") + "%";
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, name LIKE ? ESCAPE '!' AS whole
                    FROM member
                    WHERE (name LIKE ? ESCAPE '!' OR name LIKE ? ESCAPE '!')
                      AND state NOT IN ('merged', 'erased')
                    ORDER BY whole DESC, name, id
                    LIMIT ?""")) {
                select.setString(1, beginning);
                select.setString(2, beginning);
                select.setString(3, "% " + beginning);
                select.setInt(4, limit);
                List<UUID> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(Sql.id(row, "id"));
                    }
                }
                return found;
            }
        });
    }

    /** Card and e-mail address of each member. */
    public Map<UUID, Contact> contacts(Collection<UUID> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, kind, value
                    FROM member_identifier
                    WHERE state = 'active' AND kind IN ('card', 'email') AND member_id IN\s""" + Sql.places(members) + """

                    ORDER BY main DESC, created_at, value""")) {
                Sql.bindIds(select, 1, members);
                Map<UUID, Contact> contacts = new HashMap<>();
                members.forEach(member -> contacts.put(member, Contact.NONE));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String value = new String(row.getBytes("value"), StandardCharsets.UTF_8);
                        boolean card = "card".equals(row.getString("kind"));
                        contacts.computeIfPresent(Sql.id(row, "member_id"), (member, known) -> new Contact(
                                known.card().or(() -> Optional.of(value).filter(ignored -> card)),
                                known.email().or(() -> Optional.of(value).filter(ignored -> !card))));
                    }
                }
                return contacts;
            }
        });
    }
}
