package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Version;
import id.setia.program.Program;
import id.setia.program.ProgramContact;
import id.setia.program.ProgramLook;
import id.setia.program.ProgramSettings;
import id.setia.program.Setting;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What administrators change of the programme. */
@Controller(Api.BASE + "/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class ProgramSettingsController {

    private final ProgramAdministration administration;
    private final ProgramSettings programs;

    ProgramSettingsController(ProgramAdministration administration, ProgramSettings programs) {
        this.administration = administration;
        this.programs = programs;
    }

    @Get("/program")
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getProgramSettings",
            summary = "Read the program's settings",
            description = "Name, points, currency and time zone; `ETag` names their version.")
    HttpResponse<ProgramSettingsResponse> program() {
        return answer(programs.stored());
    }

    @Put("/program")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeProgramSettings",
            summary = "Change the program's settings",
            description = "Acts on every node within a second. After the first purchase another currency or time zone is refused with `program_fixed`.")
    HttpResponse<ProgramSettingsResponse> changeProgram(
            @Body @Valid ChangeProgramRequest program,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answer(administration.change(caller, program, version(ifMatch)));
    }

    private HttpResponse<ProgramSettingsResponse> answer(Setting<Program> program) {
        return tagged(ProgramSettingsResponse.of(program.value(), administration.isFixed()), program.version());
    }

    @Get("/look")
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getProgramLook",
            summary = "Read the program's look",
            description = "Color and logo; `ETag` names their version.")
    HttpResponse<ProgramLookResponse> look() {
        return answerLook(administration.look());
    }

    @Put("/look")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeProgramLook",
            summary = "Choose the program's color",
            description = "A color on which white text cannot be read is refused with `color_too_light`, naming the nearest shade that will do.")
    HttpResponse<ProgramLookResponse> changeLook(
            @Body @Valid ProgramLookRequest look,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answerLook(administration.paint(caller, Optional.ofNullable(look.primaryColor()), version(ifMatch)));
    }

    @Post(value = "/look/logo", consumes = MediaType.MULTIPART_FORM_DATA)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "uploadProgramLogo",
            summary = "Upload the program's logo",
            description = "A PNG, JPEG or WebP picture of at most 256 KB, 32 to 2,048 pixels each way, told by its bytes.")
    HttpResponse<ProgramLookResponse> uploadLogo(
            @Part("file") CompletedFileUpload file,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller)
            throws IOException {
        Version from = version(ifMatch);
        try (InputStream content = file.getInputStream()) {
            return answerLook(
                    administration.hang(caller, content.readNBytes(ProgramAdministration.LARGEST_LOGO + 1), from));
        }
    }

    @Delete("/look/logo")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "removeProgramLogo",
            summary = "Take the program's logo down",
            description = "From then on the product's own mark is shown.")
    HttpResponse<ProgramLookResponse> removeLogo(@Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch, Caller caller) {
        return answerLook(administration.takeDownLogo(caller, version(ifMatch)));
    }

    private static HttpResponse<ProgramLookResponse> answerLook(Setting<ProgramLook> look) {
        return tagged(ProgramLookResponse.of(look.value()), look.version());
    }

    @Get("/contact")
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getProgramContact",
            summary = "Read the program's contact",
            description = "Where members reach the program; `ETag` names the version.")
    HttpResponse<ProgramContactResponse> contact() {
        return answerContact(administration.contact());
    }

    @Put("/contact")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeProgramContact",
            summary = "Change the program's contact",
            description = "Says where members reach the program. What is left out is no longer shown.")
    HttpResponse<ProgramContactResponse> changeContact(
            @Body @Valid ProgramContactRequest contact,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answerContact(administration.tell(caller, contact, version(ifMatch)));
    }

    private static HttpResponse<ProgramContactResponse> answerContact(Setting<ProgramContact> contact) {
        return tagged(ProgramContactResponse.of(contact.value()), contact.version());
    }

    private static <T> HttpResponse<T> tagged(T answer, Version version) {
        return HttpResponse.ok(answer).header(HttpHeaders.ETAG, version.tag());
    }

    private static Version version(@Nullable String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }
}
