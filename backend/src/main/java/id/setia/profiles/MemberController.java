package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.members.MemberMerges;
import id.setia.members.MemberProfile;
import id.setia.members.MemberState;
import id.setia.offers.MemberOffers;
import id.setia.offers.OfferListResponse;
import id.setia.points.Statements;
import id.setia.posting.PurchaseAnswers;
import id.setia.posting.PurchaseResponse;
import id.setia.purchases.Purchases;
import id.setia.tiers.StandingResponse;
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
import java.util.List;
import java.util.Optional;

@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members", description = "Members with their points, tier, offers and history.")
class MemberController {

    private final ProfileReads reads;
    private final Profiles profiles;
    private final Activities activities;
    private final AsOf past;
    private final MemberSearches searches;
    private final MemberOffers offers;
    private final Purchases purchases;
    private final MemberMerges merges;
    private final PurchaseAnswers answers;

    MemberController(
            ProfileReads reads,
            Profiles profiles,
            Activities activities,
            AsOf past,
            MemberSearches searches,
            MemberOffers offers,
            Purchases purchases,
            MemberMerges merges,
            PurchaseAnswers answers) {
        this.reads = reads;
        this.profiles = profiles;
        this.activities = activities;
        this.past = past;
        this.searches = searches;
        this.offers = offers;
        this.purchases = purchases;
        this.merges = merges;
        this.answers = answers;
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = {Scope.MEMBERS_READ, Scope.MEMBERS_LOOKUP})
    @Get("/{memberId}")
    @Operation(
            operationId = "getMember",
            summary = "Read a member",
            description = "The member with points, tier and usable offers. A signed-in member reads only themselves, as `me`."
                    + " Systems of the program's owner see everything with `members:read` and the masked view with"
                    + " `members:lookup`; those of other partners only members who agree to share their data with partners, and only offers that may"
                    + " serve at theirs and say nothing of the person. Staff other than service agents see e-mail address and phone"
                    + " number masked, and no birth date.")
    MemberResponse get(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return reads.read(caller, memberId);
    }

    @Allowed(
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = {Scope.MEMBERS_READ, Scope.MEMBERS_LOOKUP})
    @Post("/lookup")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "lookupMember",
            summary = "Find the member who shows a card",
            description = "The member behind a card, phone number or e-mail address. Whoever is shown a card or phone number"
                    + " sees at least the masked view: masked name, tier, points and usable offers; partners other than the program's"
                    + " owner see no offer that is for a birthday or for chosen members, and none they cannot serve.")
    MemberResponse lookup(
            Caller caller,
            @Body @Valid LookupMemberRequest request) {
        return reads.readShown(caller, request);
    }

    @Allowed(
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE})
    @Post("/search")
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "searchMembers",
            summary = "Search members",
            description = "For staff: members by card, phone number, e-mail address, receipt or order number, or name; at most 20."
                    + " E-mail addresses are masked for staff other than service agents.")
    MemberSearchResponse search(
            Caller caller,
            @Body @Valid SearchMembersRequest request) {
        return searches.search(caller, request.query());
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = Scope.MEMBERS_READ)
    @Get("/{memberId}/points")
    @Operation(
            operationId = "getMemberPoints",
            summary = "Read a member's points",
            description = "The points in sum and by the date they lapse, now or as of a past moment by either time.")
    MemberPointsResponse points(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "A past moment, to read what the member had then; now when absent.", example = "2026-10-31T16:59:59Z") @Nullable @QueryValue String asOf,
            @Parameter(description = "Which time `asOf` is of: `business`, when things happened, late arrivals counted where they belong; or `record`, what had been recorded by then. `business` when absent.", example = "business") @Nullable @QueryValue String by) {
        Optional<Statements.UpTo> moment = past.of(Optional.ofNullable(asOf), Optional.ofNullable(by));
        MemberProfile member = reads.whole(caller, memberId, "member.points_viewed");
        return profiles.points(member, reads.named(caller, memberId), moment);
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = Scope.MEMBERS_READ)
    @Get("/{memberId}/activity")
    @Operation(
            operationId = "listMemberActivity",
            summary = "List a member's activity",
            description = "Every movement of the member's points with its explanation, the latest recorded first.")
    ActivityListResponse activity(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MjAyNi0xMS0yMA") @Nullable @QueryValue String cursor,
            @Parameter(description = "A past moment, to leave out what came later; everything when absent.", example = "2026-10-31T16:59:59Z") @Nullable @QueryValue String asOf,
            @Parameter(description = "Which time `asOf` is of: `business`, when things happened, late arrivals counted where they belong; or `record`, what had been recorded by then. `business` when absent.", example = "business") @Nullable @QueryValue String by) {
        Optional<Statements.UpTo> moment = past.of(Optional.ofNullable(asOf), Optional.ofNullable(by));
        MemberProfile member = reads.whole(caller, memberId, "member.activity_viewed");
        return activities.page(
                member.id(), reads.named(caller, memberId), Optional.ofNullable(cursor), limit, moment);
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = Scope.MEMBERS_READ)
    @Get("/{memberId}/purchases")
    @Operation(
            operationId = "listMemberPurchases",
            summary = "List a member's purchases",
            description = "The purchases that are the member's, the latest first, with what each earned.")
    PurchaseListResponse purchases(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MjAyNi0xMS0yMA") @Nullable @QueryValue String cursor) {
        MemberProfile member = reads.whole(caller, memberId, "member.purchases_viewed");
        Page<PurchaseResponse> page =
                answers.of(purchases.ofMember(merges.family(member.id()), Optional.ofNullable(cursor), limit));
        return new PurchaseListResponse(page.items(), page.nextCursor().orElse(null));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = Scope.MEMBERS_READ)
    @Get("/{memberId}/standing")
    @Operation(
            operationId = "getMemberStanding",
            summary = "Read a member's standing",
            description = "The tier with its reason, what keeps it, and what the next one takes.")
    StandingResponse standing(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        return profiles.standing(reads.whole(caller, memberId, "member.standing_viewed"));
    }

    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.ANALYST, Role.AUDITOR, Role.STORE_MANAGER, Role.FINANCE},
            scopes = Scope.OFFERS_READ)
    @Get("/{memberId}/offers")
    @Operation(
            operationId = "listMemberOffers",
            summary = "List a member's offers",
            description = "The offers meant for the member now, also those already used.")
    OfferListResponse offers(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        ProfileReads.Seen seen = reads.byId(caller, memberId, "member.offers_viewed");
        return new OfferListResponse(
                seen.member().state() == MemberState.UNCLAIMED
                        ? List.of()
                        : offers.of(ProfileAccess.asking(
                                caller, profiles.offerMember(seen.member(), seen.view()))));
    }
}
