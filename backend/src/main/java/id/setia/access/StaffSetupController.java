package id.setia.access;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Controller("/api/v1/staff/setup")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Staff", description = "People who work in the back office.")
class StaffSetupController {

    private final SetupLinks links;
    private final SignIns signIns;
    private final PasswordPolicy passwords;
    private final Attempts attempts;
    private final ClientAddress address;

    StaffSetupController(
            SetupLinks links, SignIns signIns, PasswordPolicy passwords, Attempts attempts, ClientAddress address) {
        this.links = links;
        this.signIns = signIns;
        this.passwords = passwords;
        this.attempts = attempts;
        this.address = address;
    }

    /** Makes the administrator's account by the link shown at the first start, and signs in. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "setUpStaff",
            summary = "Create the first administrator",
            description = "Makes the administrator's account by the link shown at the first start, and signs in. A link works once; afterwards `setup_already_done`.")
    HttpResponse<SessionResponse> setUp(HttpRequest<?> request, @Body @Valid SetUpStaffRequest account) {
        UUID id = attempts.take(AttemptKind.SETUP_ADDRESS, address.of(request), () -> use(account));
        return signIns.signIn(request, SessionKind.STAFF, id);
    }

    private UUID use(SetUpStaffRequest account) {
        List<FieldError> objections = objections(account);
        if (!objections.isEmpty()) {
            throw Problem.invalid(objections);
        }
        return links.use(account.token(), account.email(), account.name().strip(), account.password());
    }

    private List<FieldError> objections(SetUpStaffRequest account) {
        List<FieldError> objections = new ArrayList<>();
        if (EmailAddress.parse(account.email()).isEmpty()) {
            objections.add(new FieldError("/email", "email_malformed", List.of()));
        }
        passwords.objection("/password", account.password(), account.email()).ifPresent(objections::add);
        return objections;
    }
}
