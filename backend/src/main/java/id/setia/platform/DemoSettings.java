package id.setia.platform;

import id.setia.access.Caller;
import id.setia.documents.Document;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Version;
import id.setia.members.JoiningPolicy;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;

/** What the administrator of a demonstration has decided: the contact, who may join, and the privacy notice, which is reviewed. */
@Singleton
class DemoSettings {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final Version FIRST = new Version(0);
    private static final String REVIEWED = "2";

    private final ProgramAdministration administration;
    private final Settings settings;
    private final Documents documents;
    private final ProgramSettings programs;
    private final BusinessClock clock;

    DemoSettings(
            ProgramAdministration administration,
            Settings settings,
            Documents documents,
            ProgramSettings programs,
            BusinessClock clock) {
        this.administration = administration;
        this.settings = settings;
        this.documents = documents;
        this.programs = programs;
        this.clock = clock;
    }

    void decide() {
        administration.tell(NOBODY, new ProgramContactRequest(DemoShop.EMAIL, DemoShop.PHONE), FIRST);
        settings.change(JoiningPolicy.SETTING, new JoiningPolicy(DemoShop.MINIMUM_AGE, true), FIRST);
        Document notice = documents.inForce(DocumentKind.PRIVACY).orElseThrow();
        documents.publish(
                NOBODY, DocumentKind.PRIVACY, REVIEWED, programs.current().dateOf(clock.now()), notice.text());
    }
}
