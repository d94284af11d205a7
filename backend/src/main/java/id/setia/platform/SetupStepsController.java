package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.earning.EarningRules;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.partners.ApiClients;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.StoreState;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Setting;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;

/** What a new deployment still lacks. */
@Controller(Api.BASE + "/setup-steps")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class SetupStepsController {

    private static final String UNNAMED = "Setia";

    private final ProgramSettings programs;
    private final PartnerDirectory partners;
    private final ApiClients clients;
    private final EarningRules rules;
    private final Documents documents;
    private final BusinessClock clock;

    SetupStepsController(
            ProgramSettings programs,
            PartnerDirectory partners,
            ApiClients clients,
            EarningRules rules,
            Documents documents,
            BusinessClock clock) {
        this.programs = programs;
        this.partners = partners;
        this.clients = clients;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listSetupSteps",
            summary = "List what there is to set up",
            description = "What a program needs before members come, and which of it is done.")
    SetupStepsResponse list() {
        partners.refresh();
        List<SetupStep> steps = List.of(
                new SetupStep("program", isNamed()),
                new SetupStep("store", hasStore()),
                new SetupStep("till", clients.anyTill()),
                new SetupStep("rule", !rules.book().inForce(Trigger.PURCHASE, clock.now()).isEmpty()),
                new SetupStep("texts", Arrays.stream(DocumentKind.values()).allMatch(documents::isReviewed)));
        return new SetupStepsResponse(steps.stream().allMatch(SetupStep::done), steps);
    }

    /** Named at the founding, or looked at and saved since. */
    private boolean isNamed() {
        Setting<Program> program = programs.stored();
        return program.version().number() > 1 || !program.value().name().equals(UNNAMED);
    }

    private boolean hasStore() {
        return partners.stores().stream().anyMatch(store -> store.state() == StoreState.OPEN);
    }
}
