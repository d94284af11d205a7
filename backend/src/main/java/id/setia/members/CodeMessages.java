package id.setia.members;

import id.setia.access.Deployment;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes to contacts: mails and short texts in the reader's language, under the name of the programme. */
@Singleton
class CodeMessages {

    private final MessageQueue queue;
    private final MessageTexts texts;
    private final ProgramSettings settings;
    private final Deployment deployment;

    CodeMessages(MessageQueue queue, MessageTexts texts, ProgramSettings settings, Deployment deployment) {
        this.queue = queue;
        this.texts = texts;
        this.settings = settings;
        this.deployment = deployment;
    }

    /** Sends a code, which nobody needs after it has expired. */
    void code(ContactCode sent, String code, String language) {
        send(sent, "code." + sent.purpose().value(), code, language);
    }

    /** Says instead of a code why there is none, to whoever owns the contact. */
    void noCode(ContactCode sent, String language) {
        send(sent, "code." + sent.purpose().value() + ".none", deployment.publicUrl() + "/sign-in", language);
    }

    private void send(ContactCode sent, String key, String argument, String language) {
        Instant goodUntil = sent.expiresAt();
        switch (sent.contact()) {
            case Contact.Email email -> queue.mail(
                    Optional.empty(),
                    email.value(),
                    texts.text(language, key + ".subject", argument, programName()),
                    texts.text(language, key + ".body", argument, programName()),
                    goodUntil);
            case Contact.Phone phone -> queue.phone(
                    Optional.empty(), phone.value(), texts.text(language, key + ".phone", argument, programName()), goodUntil);
        }
    }

    /** Tells a member something that needs no code. */
    void notice(UUID memberId, Contact to, String key, String language, String argument) {
        switch (to) {
            case Contact.Email email -> queue.mail(
                    Optional.of(memberId),
                    email.value(),
                    texts.text(language, key + ".subject", argument, programName()),
                    texts.text(language, key + ".body", argument, programName()));
            case Contact.Phone phone -> queue.phone(
                    Optional.of(memberId), phone.value(), texts.text(language, key + ".phone", argument, programName()));
        }
    }

    private String programName() {
        return settings.find().map(Program::name).orElse("Setia");
    }
}
