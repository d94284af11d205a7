package id.setia.messages;

import id.setia.access.Allowed;
import id.setia.access.Deployment;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;

@Controller("/api/v1/demo/mails")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Demo", description = "What only a demo shows.")
class DemoMailController {

    private static final int MOST = 50;
    private static final Duration SHOWN = Duration.ofDays(30);

    private final Messages messages;
    private final Deployment deployment;
    private final SystemClock clock;

    DemoMailController(Messages messages, Deployment deployment, SystemClock clock) {
        this.messages = messages;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** The newest messages of a demo, so that codes can be read without a mail server or a phone. */
    @Get
    @Allowed(everyone = true)
    @Operation(
            operationId = "listDemoMails",
            summary = "Read the messages of a demo",
            description = "The newest fifty mails and messages to phones, so that codes can be read without a mail server or a phone."
                    + " In demo mode only; otherwise 404.")
    DemoMailsResponse list() {
        if (!deployment.demo()) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        List<DemoMailResponse> mails = messages.latest(clock.now().minus(SHOWN), MOST).stream()
                .map(DemoMailResponse::of)
                .toList();
        return new DemoMailsResponse(mails);
    }
}
