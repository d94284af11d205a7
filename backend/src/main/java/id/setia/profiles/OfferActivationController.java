package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberProfile;
import id.setia.offers.MemberOffers;
import id.setia.offers.OfferResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/members/{memberId}/offers/{offerId}/activation")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class OfferActivationController {

    private final ProfileReads reads;
    private final Profiles profiles;
    private final MemberOffers offers;

    OfferActivationController(ProfileReads reads, Profiles profiles, MemberOffers offers) {
        this.reads = reads;
        this.profiles = profiles;
        this.offers = offers;
    }

    @Allowed(member = true)
    @Put
    @Operation(
            operationId = "activateOffer",
            summary = "Activate an offer",
            description = "The offer then serves the next purchase it fits, or gives its voucher at once: the reward's tiers and limits per"
                    + " member bind it (`tier_required`, `member_limit_reached`). One that is active stays so.")
    OfferResponse activate(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {
        MemberProfile member = reads.whole(caller, memberId, "offer.activated");
        return offers.activate(
                profiles.offerMember(member, ProfileView.FULL).asking(),
                PublicId.OFFER.parseOr(offerId, ProblemCode.OFFER_NOT_FOUND));
    }

    @Allowed(member = true)
    @Delete
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "deactivateOffer",
            summary = "Take an activation back",
            description = "The offer serves no purchase until it is activated again; a voucher it gave is good no more.")
    OfferResponse deactivate(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {
        MemberProfile member = reads.whole(caller, memberId, "offer.deactivated");
        return offers.deactivate(
                profiles.offerMember(member, ProfileView.FULL).asking(),
                PublicId.OFFER.parseOr(offerId, ProblemCode.OFFER_NOT_FOUND));
    }
}
