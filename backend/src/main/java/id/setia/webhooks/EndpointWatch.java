package id.setia.webhooks;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.StaffAccounts;
import id.setia.access.StaffMail;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Turns endpoints off that nobody answers at any more, and tells the administrators by mail. */
@Singleton
class EndpointWatch {

    private static final Caller NOBODY = new Caller.Stranger();

    private final StaffAccounts staff;
    private final MessageQueue messages;
    private final MessageTexts texts;
    private final ProgramSettings program;
    private final AuditTrail audit;

    EndpointWatch(
            StaffAccounts staff, MessageQueue messages, MessageTexts texts, ProgramSettings program, AuditTrail audit) {
        this.staff = staff;
        this.messages = messages;
        this.texts = texts;
        this.program = program;
        this.audit = audit;
    }

    /** Turns an endpoint off that is locked and enabled, in the running transaction. */
    void disable(Connection connection, WebhookEndpoint endpoint, DisabledReason reason, Instant now) throws SQLException {
        EndpointRows.update(connection, endpoint.disabled(reason, now));
        audit.record(
                NOBODY, "webhook_endpoint.disabled", "webhook_endpoint", endpoint.id(), "reason", reason.value());
        if (reason != DisabledReason.PARTNER_ENDED) {
            staff.administrators().forEach(administrator -> tell(administrator, endpoint, reason));
        }
    }

    private void tell(StaffMail.Addressee administrator, WebhookEndpoint endpoint, DisabledReason reason) {
        String language = administrator.language();
        messages.mail(
                Optional.empty(),
                administrator.email(),
                texts.text(language, "webhook.disabled.subject", program.current().name()),
                texts.text(
                        language,
                        "webhook.disabled." + reason.value(),
                        administrator.name(),
                        endpoint.description(),
                        WebhookAddress.parse(endpoint.url()).map(WebhookAddress::host).orElse("")));
    }
}
