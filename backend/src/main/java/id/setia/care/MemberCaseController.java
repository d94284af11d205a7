package id.setia.care;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;

/** A member's own cases over HTTP. */
@Controller("/api/v1/members/{memberId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Cases")
class MemberCaseController {

    private static final String ME = "me";

    private final MissingPoints missingPoints;
    private final Cases cases;
    private final CareCases rows;
    private final CaseAnswers answers;
    private final ProgramSettings settings;

    MemberCaseController(
            MissingPoints missingPoints, Cases cases, CareCases rows, CaseAnswers answers, ProgramSettings settings) {
        this.missingPoints = missingPoints;
        this.cases = cases;
        this.rows = rows;
        this.answers = answers;
        this.settings = settings;
    }

    /** Reports a receipt. */
    @Post("/cases")
    @Status(HttpStatus.CREATED)
    @Allowed(member = true)
    @Operation(
            operationId = "reportMissingPoints",
            summary = "Report missing points",
            description =
                    "Names a receipt that gave no points. A purchase that is nobody's and has this number and total is"
                            + " attached at once and its points are in the answer; otherwise the case waits for staff. Each"
                            + " receipt once, within 14 days, three receipts a week; reporting one again answers its case.")
    CaseResponse report(String memberId, @Body @Valid ReportMissingPointsRequest request, Caller caller) {
        UUID member = own(memberId, caller);
        long total = request.total().minor(settings.current().currency(), "/total");
        if (total <= 0) {
            throw Problem.invalid("/total/amount", "must_be_positive");
        }
        ClaimedReceipt receipt = new ClaimedReceipt(
                PublicId.STORE.parseOr(request.storeId(), ProblemCode.STORE_NOT_FOUND),
                request.businessDate(),
                Normalizer.normalize(request.receiptNumber().strip(), Normalizer.Form.NFC),
                total);
        return answers.of(missingPoints.report(
                member, receipt, Optional.ofNullable(request.note()).map(String::strip).filter(note -> !note.isEmpty())));
    }

    /** Lists the member's cases. */
    @Get("/cases")
    @Allowed(member = true)
    @Operation(
            operationId = "listMemberCases",
            summary = "List the member's cases",
            description = "What the member has reported, the latest first, at most 100.")
    CaseListResponse list(String memberId, Caller caller) {
        return new CaseListResponse(
                rows.ofMember(own(memberId, caller)).stream().map(answers::summary).toList(), null);
    }

    /** Reads one case. */
    @Get("/cases/{caseId}")
    @Allowed(member = true)
    @Operation(
            operationId = "getMemberCase",
            summary = "Read a case of the member",
            description = "The case with everything said in it.")
    CaseResponse get(String memberId, String caseId, Caller caller) {
        return answers.of(ownCase(memberId, caseId, caller));
    }

    /** Says something more. */
    @Post("/cases/{caseId}/messages")
    @Status(HttpStatus.CREATED)
    @Allowed(member = true)
    @Operation(
            operationId = "writeCaseMessage",
            summary = "Say something more in a case",
            description = "Adds the member's words; a case that was answered waits for staff again.")
    CaseResponse write(String memberId, String caseId, @Body @Valid WriteMessageRequest request, Caller caller) {
        return answers.of(cases.write(ownCase(memberId, caseId, caller).id(), request.text().strip()));
    }

    /** Adds a photo. */
    @Post(value = "/cases/{caseId}/photos", consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Allowed(member = true)
    @Operation(
            operationId = "addCasePhoto",
            summary = "Add a photo to a case",
            description =
                    "Takes a JPEG or PNG of at most 8 MB, at most three to a case. The picture is kept at up to 1,600 points"
                            + " a side, without anything else the file told.")
    CaseResponse show(String memberId, String caseId, @Part("photo") CompletedFileUpload photo, Caller caller)
            throws IOException {
        CareCase own = ownCase(memberId, caseId, caller);
        if (photo.getSize() > Photo.LARGEST_BYTES) {
            throw Problem.of(ProblemCode.PHOTO_UNREADABLE, Photo.LARGEST_BYTES / (1024 * 1024));
        }
        return answers.of(cases.show(own.id(), photo.getBytes()));
    }

    private CareCase ownCase(String memberId, String caseId, Caller caller) {
        UUID member = own(memberId, caller);
        return rows.find(PublicId.CASE.parseOr(caseId, ProblemCode.CASE_NOT_FOUND))
                .filter(found -> found.memberId().equals(member))
                .orElseThrow(() -> Problem.of(ProblemCode.CASE_NOT_FOUND));
    }

    private static UUID own(String memberId, Caller caller) {
        if (caller instanceof Caller.SignedInMember member
                && (ME.equals(memberId) || PublicId.MEMBER.parse(memberId).filter(member.memberId()::equals).isPresent())) {
            return member.memberId();
        }
        throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
    }
}
