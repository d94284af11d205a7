package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffNames;
import id.setia.approvals.Approval;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Drafts of rules over HTTP. */
@Controller("/api/v1/rule-drafts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class RuleDraftController {

    private final RuleDrafts drafts;
    private final RuleDraftRows rows;
    private final EarningRules rules;
    private final RuleSentences sentences;
    private final RuleExamples examples;
    private final StaffNames names;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    RuleDraftController(
            RuleDrafts drafts,
            RuleDraftRows rows,
            EarningRules rules,
            RuleSentences sentences,
            RuleExamples examples,
            StaffNames names,
            ProgramSettings settings,
            BusinessClock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.rules = rules;
        this.sentences = sentences;
        this.examples = examples;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lists drafts. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listRuleDrafts",
            summary = "List drafts of rules",
            description = "At most two hundred: the latest first, those already published last.")
    RuleDraftListResponse list() {
        List<RuleDraft> all = rows.latest();
        Map<UUID, String> people = names.of(
                all.stream().flatMap(draft -> draft.createdBy().stream()).collect(Collectors.toSet()));
        return new RuleDraftListResponse(
                all.stream().map(draft -> response(drafts.settled(draft), people)).toList());
    }

    /** One draft. */
    @Get("/{draftId}")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRuleDraft",
            summary = "Read a draft of a rule",
            description = "A draft. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<RuleDraftResponse> get(
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId) {
        return tagged(id(draftId), HttpStatus.OK);
    }

    /** Begins a draft. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createRuleDraft",
            summary = "Draft a rule",
            description = "Begins a draft of a new rule, or of a change of one. It judges nothing until it is published.")
    HttpResponse<RuleDraftResponse> create(Caller caller, @Body @Valid WriteRuleDraftRequest request) {
        return tagged(drafts.create(caller, request), HttpStatus.CREATED);
    }

    /** Changes a draft. */
    @Put("/{draftId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeRuleDraft",
            summary = "Change a draft of a rule",
            description = "Writes a draft anew; one that was in review has to be submitted again. One that waits for a second"
                    + " person or was published does not change: `rule_draft_fixed`.")
    HttpResponse<RuleDraftResponse> change(
            Caller caller,
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
            @Parameter(description = "`ETag` of the draft that was changed.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid WriteRuleDraftRequest request) {
        drafts.change(caller, id(draftId), version(ifMatch), request);
        return tagged(id(draftId), HttpStatus.OK);
    }

    /** Throws a draft away. */
    @Delete("/{draftId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "deleteRuleDraft",
            summary = "Throw a draft of a rule away",
            description = "Removes a draft that neither waits for a second person nor was published.")
    void delete(
            Caller caller,
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
            @Parameter(description = "`ETag` of the draft.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        drafts.delete(caller, id(draftId), version(ifMatch));
    }

    /** Submits a draft. */
    @Put("/{draftId}/review")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "submitRuleDraft",
            summary = "Submit a draft of a rule for review",
            description = "Puts a draft before colleagues: they can try it, back-test it, and publish it or take it back.")
    HttpResponse<RuleDraftResponse> submit(
            Caller caller,
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
            @Parameter(description = "`ETag` of the draft.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        drafts.submit(caller, id(draftId), version(ifMatch));
        return tagged(id(draftId), HttpStatus.OK);
    }

    /** Takes a draft back. */
    @Delete("/{draftId}/review")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "takeRuleDraftBack",
            summary = "Take a draft of a rule back from review",
            description = "Makes it a draft again; one that waits for a second person's yes only by who asked for it.")
    HttpResponse<RuleDraftResponse> takeBack(
            Caller caller,
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
            @Parameter(description = "`ETag` of the draft.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        drafts.takeBack(staff(caller), id(draftId), version(ifMatch));
        return tagged(id(draftId), HttpStatus.OK);
    }

    /** Publishes a draft. */
    @Put("/{draftId}/publication")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "publishRuleDraft",
            summary = "Publish a draft of a rule",
            description = "Makes it a version of its rule, effective at least 30 seconds ahead. Where it is expected to cost more"
                    + " than the limit, by the purchases of the last thirty days or else by its author's statement, it waits"
                    + " for a second person's yes.")
    HttpResponse<RuleDraftResponse> publish(
            Caller caller,
            @Parameter(description = "The draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
            @Parameter(description = "`ETag` of the draft.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        drafts.publish(staff(caller), id(draftId), version(ifMatch));
        return tagged(id(draftId), HttpStatus.OK);
    }

    private static Caller.SignedInStaff staff(Caller caller) {
        if (caller instanceof Caller.SignedInStaff signedIn) {
            return signedIn;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }

    private static UUID id(String draftId) {
        return PublicId.RULE_DRAFT.parseOr(draftId, ProblemCode.RULE_DRAFT_NOT_FOUND);
    }

    private static Version version(String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }

    private HttpResponse<RuleDraftResponse> tagged(UUID draftId, HttpStatus status) {
        RuleDraft draft = drafts.find(draftId);
        return HttpResponse.<RuleDraftResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(draft.version()).tag())
                .body(response(draft, names.of(draft.createdBy().stream().collect(Collectors.toSet()))));
    }

    private RuleDraftResponse response(RuleDraft draft, Map<UUID, String> people) {
        return new RuleDraftResponse(
                PublicId.RULE_DRAFT.format(draft.id()),
                draft.state(),
                draft.version(),
                draft.ruleId().map(PublicId.RULE::format).orElse(null),
                draft.code(),
                RuleTerms.of(draft.definition(), settings.current()),
                sentences.of(draft.definition()),
                examples.of(draft.definition(), draft.ruleId(), rules.book(), clock.now()),
                draft.startsAt().orElse(null),
                draft.endsAt().orElse(null),
                draft.statedPoints().orElse(null),
                draft.note(),
                draft.estimate().orElse(null),
                draft.approvalId().map(PublicId.APPROVAL::format).orElse(null),
                drafts.rejection(draft).map(this::rejection).orElse(null),
                draft.publishedRuleId().map(PublicId.RULE::format).orElse(null),
                draft.publishedVersion().orElse(null),
                draft.createdBy().map(people::get).orElse(null),
                draft.createdAt(),
                draft.changedAt());
    }

    private DraftRejectionResponse rejection(Approval rejected) {
        Map<UUID, String> people = names.of(rejected.decidedBy().stream().toList());
        return new DraftRejectionResponse(
                rejected.note(),
                rejected.decidedBy().map(people::get).orElse(null),
                rejected.decidedAt().orElseThrow());
    }
}
