package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.PartnerState;
import id.setia.products.Categories;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Earning rules over HTTP. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class RuleController {

    private static final int MOST_CATEGORIES = 500;

    private final RuleAnswers answers;
    private final RulePublishing publishing;
    private final RuleTermsReader reader;
    private final RuleSentences sentences;
    private final RuleExamples examples;
    private final EarningRules rules;
    private final PartnerDirectory partners;
    private final Categories categories;
    private final BusinessClock clock;

    RuleController(
            RuleAnswers answers,
            RulePublishing publishing,
            RuleTermsReader reader,
            RuleSentences sentences,
            RuleExamples examples,
            EarningRules rules,
            PartnerDirectory partners,
            Categories categories,
            BusinessClock clock) {
        this.answers = answers;
        this.publishing = publishing;
        this.reader = reader;
        this.sentences = sentences;
        this.examples = examples;
        this.rules = rules;
        this.partners = partners;
        this.categories = categories;
        this.clock = clock;
    }

    /** Lists rules. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listRules",
            summary = "List earning rules",
            description = "All earning rules with their versions: those in force first, then those to come, then those that ended.")
    RuleListResponse list() {
        return answers.all();
    }

    /** What a rule can name. */
    @Get("/choices")
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRuleChoices",
            summary = "Read what a rule can name",
            description = "The partners that can pay for points, and at most 500 categories of known products.")
    RuleChoicesResponse choices() {
        return new RuleChoicesResponse(
                partners.partners().stream()
                        .filter(partner -> partner.state() == PartnerState.ACTIVE)
                        .sorted(Comparator.comparing((Partner partner) -> !partner.owner())
                                .thenComparing(Partner::name))
                        .map(partner -> new FunderResponse(PublicId.PARTNER.format(partner.id()), partner.name()))
                        .toList(),
                categories.known(MOST_CATEGORIES));
    }

    /** One rule. */
    @Get("/{ruleId}")
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRule",
            summary = "Read an earning rule",
            description = "A rule with all its versions. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<RuleResponse> get(
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId) {
        return tagged(answers.one(id(ruleId)), HttpStatus.OK);
    }

    /** Makes a rule. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createRule",
            summary = "Create an earning rule",
            description = "Publishes the first version of a new rule, effective at least 30 seconds ahead.")
    HttpResponse<RuleResponse> create(Caller caller, @Body @Valid CreateRuleRequest request) {
        return tagged(answers.one(publishing.create(caller, request)), HttpStatus.CREATED);
    }

    /** Says what a rule would do. */
    @Post("/preview")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "previewRule",
            summary = "Put a rule in words",
            description = "Checks what a rule would say and tells it as a sentence, with an example computed by the rules in"
                    + " force. Changes nothing.")
    RulePreviewResponse preview(
            @Parameter(description = "The rule that is being changed, if any.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String ruleId,
            @Body @Valid RuleTerms terms) {
        Optional<UUID> itself = Optional.ofNullable(ruleId).map(RuleController::id);
        RuleDefinition definition = reader.read(terms, "");
        return new RulePreviewResponse(
                sentences.of(definition), examples.of(definition, itself, rules.book(), clock.now()));
    }

    /** Publishes the next version of a rule. */
    @Post("/{ruleId}/versions")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "publishRule",
            summary = "Change an earning rule",
            description = "Publishes a new version, effective at least 30 seconds ahead. From then on it takes the place of all"
                    + " earlier ones, also of those still to come; purchases made before keep theirs. Rules of offers are"
                    + " changed with their offers: `rule_belongs_to_offer`.")
    HttpResponse<RuleResponse> publish(
            Caller caller,
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
            @Parameter(description = "`ETag` of the rule that was changed.", example = "\"3\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid PublishRuleRequest request) {
        UUID id = id(ruleId);
        publishing.change(caller, id, Version.of(Optional.ofNullable(ifMatch)), request);
        return tagged(answers.one(id), HttpStatus.CREATED);
    }

    /** Ends a rule. */
    @Put("/{ruleId}/end")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "endRule",
            summary = "End an earning rule",
            description = "The rule judges no purchase from that moment on, at least 30 seconds ahead. What it gave stays."
                    + " A later change brings it back.")
    HttpResponse<RuleResponse> end(
            Caller caller,
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
            @Parameter(description = "`ETag` of the rule.", example = "\"3\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid EndRuleRequest request) {
        UUID id = id(ruleId);
        publishing.end(caller, id, Version.of(Optional.ofNullable(ifMatch)), request);
        return tagged(answers.one(id), HttpStatus.OK);
    }

    private static UUID id(String ruleId) {
        return PublicId.RULE.parseOr(ruleId, ProblemCode.RULE_NOT_FOUND);
    }

    private static HttpResponse<RuleResponse> tagged(RuleResponse rule, HttpStatus status) {
        return HttpResponse.<RuleResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(rule.version()).tag())
                .body(rule);
    }
}
