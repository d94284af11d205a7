package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Frees a phone number from the account of whoever had it before, for the one who has it now; and tells them. */
@Singleton
class NumberReleases {

    private final CodeMessages messages;
    private final MemberNews news;
    private final AuditTrail audit;

    NumberReleases(CodeMessages messages, MemberNews news, AuditTrail audit) {
        this.messages = messages;
        this.news = news;
        this.audit = audit;
    }

    /** Takes the number from its holder, if it has one. Whoever asks has proven the number. */
    void release(Connection connection, Contact.Phone phone) throws SQLException {
        Optional<ContactRows.Row> holder = ContactRows.holder(connection, phone);
        if (holder.isPresent()) {
            ContactRows.delete(connection, holder.get());
            tell(connection, holder.get());
        }
    }

    private void tell(Connection connection, ContactRows.Row released) throws SQLException {
        MemberRows.Row member = MemberRows.select(connection, List.of(released.memberId())).get(released.memberId());
        for (ContactRows.Row left : ContactRows.of(connection, released.memberId())) {
            messages.notice(
                    released.memberId(),
                    left.contact(),
                    "number.released",
                    member.language(),
                    released.contact().masked());
        }
        news.tell(released.memberId(), "member.number_released", Map.of());
        audit.record(
                new Caller.Stranger(),
                "member.number_released",
                "member",
                released.memberId(),
                "phone",
                released.contact().value());
    }
}
