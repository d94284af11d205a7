package id.setia.messages;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Deployment;
import id.setia.access.Role;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.program.ProgramSettings;
import id.setia.program.Setting;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.HttpStatus;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

@Controller("/api/v1/settings/phone-gateway")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class PhoneGatewayController {

    private static final int MOST_SHOWN = 300;

    private final PhoneGateways gateways;
    private final PhoneCarrier carrier;
    private final MessageTexts texts;
    private final ProgramSettings program;
    private final Deployment deployment;
    private final IdMaker ids;

    PhoneGatewayController(
            PhoneGateways gateways,
            PhoneCarrier carrier,
            MessageTexts texts,
            ProgramSettings program,
            Deployment deployment,
            IdMaker ids) {
        this.gateways = gateways;
        this.carrier = carrier;
        this.texts = texts;
        this.program = program;
        this.deployment = deployment;
        this.ids = ids;
    }

    /** The gateway that messages to phones are handed to. */
    @Get
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "getPhoneGateway",
            summary = "Read the phone gateway",
            description = "Where messages to phones are handed over. Values of headers and the secret are never shown.")
    HttpResponse<PhoneGatewayResponse> get() {
        return answer(gateways.current());
    }

    /** Hands messages to phones to this gateway from now on. */
    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changePhoneGateway",
            summary = "Change the phone gateway",
            description = "Messages to phones go to this gateway from now on. Values of headers and the secret that are left out stay"
                    + " as they are, as long as the host stays the same.")
    HttpResponse<PhoneGatewayResponse> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid PhoneGatewayRequest gateway) {
        return answer(gateways.change(caller, gateway, Version.of(Optional.ofNullable(ifMatch))));
    }

    /** Hands messages to no gateway from now on. */
    @Delete
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "removePhoneGateway",
            summary = "Remove the phone gateway",
            description = "Forgets the gateway and its secrets. Forms then offer e-mail only, and messages to phones wait.")
    HttpResponse<PhoneGatewayResponse> remove(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch) {
        return answer(gateways.turnOff(caller, Version.of(Optional.ofNullable(ifMatch))));
    }

    /** Sends a trial message through the gateway at once and tells what it said. */
    @Post("/test")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "testPhoneGateway",
            summary = "Try the phone gateway",
            description = "Sends a trial message through the gateway at once and tells what it answered. 409 without a gateway, and in a sandbox.")
    PhoneGatewayTestResponse test(Caller caller, @Body @Valid TestPhoneGatewayRequest trial) {
        PhoneGateway gateway = gateways.current().value();
        if (!gateway.works()) {
            throw Problem.of(ProblemCode.NO_PHONE_GATEWAY);
        }
        if (deployment.sandbox()) {
            throw Problem.of(ProblemCode.NOTHING_LEAVES_SANDBOX);
        }
        if (!trial.to().matches("\\+[0-9]{7,15}")) {
            throw Problem.invalid("/to", "phone_malformed");
        }
        gateways.noteTest(caller, trial.to());
        try {
            String text = texts.text("id", "gateway.test", program.current().name());
            PhoneCarrier.Answer answer = carrier.post(gateway, PublicId.MESSAGE.format(ids.next()), trial.to(), text);
            String shown = answer.body().substring(0, Math.min(MOST_SHOWN, answer.body().length()));
            return new PhoneGatewayTestResponse(answer.isGood(gateway), answer.status(), shown);
        } catch (NotTaken refusal) {
            return new PhoneGatewayTestResponse(false, null, null);
        }
    }

    private static HttpResponse<PhoneGatewayResponse> answer(Setting<PhoneGateway> gateway) {
        return HttpResponse.ok(PhoneGatewayResponse.of(gateway.value()))
                .header(HttpHeaders.ETAG, gateway.version().tag());
    }
}
