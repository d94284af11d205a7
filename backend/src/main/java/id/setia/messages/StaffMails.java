package id.setia.messages;

import id.setia.access.StaffMail;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes to staff in their own language. */
@Singleton
class StaffMails implements StaffMail {

    private final MessageQueue queue;
    private final MessageTexts texts;
    private final ProgramSettings program;

    StaffMails(MessageQueue queue, MessageTexts texts, ProgramSettings program) {
        this.queue = queue;
        this.texts = texts;
        this.program = program;
    }

    @Override
    public void invite(Addressee to, String link) {
        mail(to, "staff.invitation", link);
    }

    @Override
    public void renewPassword(Addressee to, String link) {
        mail(to, "staff.password", link);
    }

    private void mail(Addressee to, String key, String link) {
        String name = program.current().name();
        queue.mail(
                Optional.empty(),
                to.email(),
                texts.text(to.language(), key + ".subject", name),
                texts.text(to.language(), key + ".body", to.name(), name, link));
    }
}
