package id.setia.care;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.LocalText;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

/** Cases over HTTP, for staff. */
@Controller("/api/v1/cases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Cases")
class CaseController {

    private static final int LONGEST_TEXT = 2_000;

    private final CareCases rows;
    private final Cases cases;
    private final MissingPoints missingPoints;
    private final CaseMessages messages;
    private final CaseAnswers answers;
    private final AuditTrail audit;

    CaseController(
            CareCases rows,
            Cases cases,
            MissingPoints missingPoints,
            CaseMessages messages,
            CaseAnswers answers,
            AuditTrail audit) {
        this.rows = rows;
        this.cases = cases;
        this.missingPoints = missingPoints;
        this.messages = messages;
        this.answers = answers;
        this.audit = audit;
    }

    /** The queue. */
    @Get
    @Allowed(staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "listCases",
            summary = "List cases",
            description = "Cases in a state, those that wait longest first.")
    CaseListResponse list(
            @QueryValue(defaultValue = "open")
                    @Parameter(
                            description = "`open` or `answered`.",
                            schema = @Schema(type = "string", allowableValues = {"open", "answered"}),
                            example = "open")
                    String state,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        CaseState wanted = switch (state) {
            case "open" -> CaseState.OPEN;
            case "answered" -> CaseState.ANSWERED;
            default -> throw Problem.invalid("/state", "value_unknown", "open, answered");
        };
        Page<CaseSummary> page = rows.queue(wanted, Optional.ofNullable(cursor), limit).map(answers::summary);
        return new CaseListResponse(page.items(), page.nextCursor().orElse(null));
    }

    /** One case. */
    @Get("/{caseId}")
    @Allowed(staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "getCase",
            summary = "Read a case",
            description = "The case with everything said in it. Its `ETag` is needed to answer it.")
    HttpResponse<CaseResponse> get(String caseId, Caller caller) {
        CareCase found = found(caseId);
        audit.record(caller, "case.viewed", "case", found.id());
        return answer(found);
    }

    /** Purchases that may be meant. */
    @Get("/{caseId}/candidates")
    @Allowed(staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "listCaseCandidates",
            summary = "List purchases that may be meant",
            description =
                    "Purchases of the store, from the day before to the day after, with the number or the total that was"
                            + " reported.")
    CandidateListResponse candidates(String caseId) {
        CareCase found = found(caseId);
        return answers.candidates(found, missingPoints.candidates(found));
    }

    /** A photo. */
    @Get(value = "/{caseId}/photos/{number}", produces = "image/jpeg")
    @Allowed(member = true, staff = {Role.SERVICE_AGENT, Role.AUDITOR})
    @Operation(
            operationId = "getCasePhoto",
            summary = "Read a photo of a case",
            description = "The photo as a JPEG, for staff and for the member whose case it is.")
    HttpResponse<byte[]> photo(
            String caseId,
            @Parameter(description = "Number of the photo, from 1.", example = "1") @Min(1) @Max(99) int number,
            Caller caller) {
        CareCase found = found(caseId);
        if (caller instanceof Caller.SignedInMember member && !member.memberId().equals(found.memberId())) {
            throw Problem.of(ProblemCode.CASE_NOT_FOUND);
        }
        byte[] photo = messages.photo(found.id(), number).orElseThrow(() -> Problem.of(ProblemCode.CASE_NOT_FOUND));
        return HttpResponse.ok(photo).header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
    }

    /** Answers a case. */
    @Put("/{caseId}/answer")
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "answerCase",
            summary = "Answer a case",
            description =
                    "Answers in both languages. Granting with a purchase attaches it to the member in the same transaction;"
                            + " granting without one says that the member was helped in another way.")
    HttpResponse<CaseResponse> answer(
            String caseId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid AnswerCaseRequest request,
            Caller caller) {
        CareCase found = found(caseId);
        Optional<UUID> purchase = Optional.ofNullable(request.purchaseId())
                .map(id -> PublicId.PURCHASE.parseOr(id, ProblemCode.PURCHASE_NOT_FOUND));
        return answer(cases.answer(
                caller, found.id(), Version.of(Optional.ofNullable(ifMatch)), outcome(request.outcome()), text(request.text()),
                purchase));
    }

    private HttpResponse<CaseResponse> answer(CareCase found) {
        return HttpResponse.ok(answers.of(found)).header(HttpHeaders.ETAG, new Version(found.version()).tag());
    }

    private static CaseOutcome outcome(String value) {
        return switch (value) {
            case "granted" -> CaseOutcome.GRANTED;
            case "declined" -> CaseOutcome.DECLINED;
            default -> throw Problem.invalid("/outcome", "value_unknown", "granted, declined");
        };
    }

    private static LocalText text(LocalText text) {
        return LocalText.of(words(text.id(), "/text/id"), words(text.en(), "/text/en"));
    }

    private static String words(String words, String pointer) {
        if (words == null || words.isBlank()) {
            throw Problem.invalid(pointer, "required");
        }
        if (words.length() > LONGEST_TEXT) {
            throw Problem.invalid(pointer, "size", 1, LONGEST_TEXT);
        }
        return words.strip();
    }

    private CareCase found(String caseId) {
        return rows.find(PublicId.CASE.parseOr(caseId, ProblemCode.CASE_NOT_FOUND))
                .orElseThrow(() -> Problem.of(ProblemCode.CASE_NOT_FOUND));
    }
}
