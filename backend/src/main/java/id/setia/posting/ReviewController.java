package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Cursor;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Points that wait for a check, over HTTP. */
@Controller("/api/v1/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reviews")
class ReviewController {

    private final PointsReviews door;
    private final ReviewRows reviews;
    private final CorrectionAnswers answers;

    ReviewController(PointsReviews door, ReviewRows reviews, CorrectionAnswers answers) {
        this.door = door;
        this.reviews = reviews;
        this.answers = answers;
    }

    @Get
    @Allowed(staff = {Role.SERVICE_AGENT, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listReviews",
            summary = "List points that wait for a check",
            description = "Points of purchases that went beyond a limit on speed, the oldest first.")
    ReviewListResponse list(
            @Parameter(description = "`open`, `released`, `withdrawn` or `settled`.", example = "open") @QueryValue(defaultValue = "open") String state,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "cmV2XzAxa3E") @Nullable @QueryValue String cursor) {
        List<PointsReview> found = reviews.in(state(state), Optional.ofNullable(cursor).map(this::after), limit + 1);
        List<PointsReview> page = found.subList(0, Math.min(limit, found.size()));
        return new ReviewListResponse(
                page.stream().map(answers::of).toList(),
                reviews.open(),
                found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null);
    }

    @Post("/{reviewId}/release")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "releaseReview",
            summary = "Release points",
            description = "The points become usable; those of a rule with a waiting time that is not over stay pending until it is. Repeating it is safe; nobody decides about their own membership.")
    ReviewResponse release(Caller caller, String reviewId, @Body @Valid DecideReviewRequest request) {
        return decide(caller, reviewId, ReviewState.RELEASED, request);
    }

    @Post("/{reviewId}/withdrawal")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "withdrawReview",
            summary = "Take points back",
            description = "The points are taken back, rule by rule; the purchase stays the member's. Repeating it is safe.")
    ReviewResponse withdraw(Caller caller, String reviewId, @Body @Valid DecideReviewRequest request) {
        return decide(caller, reviewId, ReviewState.WITHDRAWN, request);
    }

    private ReviewResponse decide(Caller caller, String reviewId, ReviewState decision, DecideReviewRequest request) {
        UUID id = PublicId.REVIEW.parseOr(reviewId, ProblemCode.REVIEW_NOT_FOUND);
        return answers.of(door.decide(StaffCallers.of(caller), id, decision, request.explanation().strip()));
    }

    private static ReviewState state(String text) {
        for (ReviewState state : ReviewState.values()) {
            if (state.value().equals(text.toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw Problem.invalid(
                "/state",
                "value_unknown",
                Arrays.stream(ReviewState.values()).map(ReviewState::value).collect(Collectors.joining(", ")));
    }

    private PointsReview after(String cursor) {
        try {
            return reviews.find(UUID.fromString(Cursor.place(cursor)))
                    .orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown"));
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }
}
