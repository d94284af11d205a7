package id.setia.platform;

import id.setia.kernel.PublicId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be there before something is done to a member or their purchases. */
final class MemberPreparations extends Preparations {

    MemberPreparations(Replays replays) {
        super(replays);
        for (String operation : List.of("getApproval", "approveRequest", "rejectRequest", "withdrawRequest")) {
            put(operation, replay -> {
                Replay adjustment = ready("adjustPoints", replay.member).with("points", 900_000);
                adjustment.caller = replays.agent();
                replay.path.put("approvalId", found(make(adjustment), "approvalId"));
                if (operation.equals("withdrawRequest")) {
                    replay.caller = replays.agent();
                }
            });
        }
        put("unfreezeMember", replay -> make("freezeMember", replay.member));
        put("keepMembership", replay -> make("closeMembership", replay.member));
        put("mergeMembers", this::twin);
        put("previewMerge", this::twin);
        put("movePurchase", replay -> replay.with("member", Map.of("memberId", PublicId.MEMBER.format(members.join().id()))));
        put("previewCorrection", replay -> replay.with("member", Map.of("memberId", PublicId.MEMBER.format(members.join().id()))));
        put("attachPurchase", replay -> {
            Replay purchase = ready("postPurchase", replay.member);
            Map<String, Object> nobody = new LinkedHashMap<>(Tree.map(purchase.body));
            nobody.remove("member");
            purchase.body = nobody;
            replay.path.put("purchaseId", make(purchase).text("purchaseId"));
        });
        for (String operation : List.of("blockMemberCard", "changeMemberCard", "replaceMemberCard")) {
            put(operation, replay -> replay.with("number", make("addMemberCard", replay.member).text("number")));
        }
        put("getCardSeed", replay -> replay.with("number", card(replay)));
        put("claimReceipt", replay -> replay.with("code", claimCode(replay)));
        put("lookupReceipt", replay -> replay.with("code", claimCode(replay)));
        put("changeConsent", replay -> {
            replay.caller = browsers.member(replay.member.email());
            replay.body = Map.of("given", true);
        });
        put("searchPurchases", replay -> replay.query = "?number=0091-4471");
        for (String operation : List.of("startClaim", "sendSignInCode", "testPhoneGateway")) {
            put(operation, replay -> make("changePhoneGateway", replay.member));
        }
        put("listCorrections", replay -> replay.query = "?storeId=" + PublicId.STORE.format(shop.store().id()));
    }

    private void twin(Replay replay) {
        replay.with("mergedMemberId", PublicId.MEMBER.format(members.join().id()));
    }

    private String card(Replay replay) {
        return administrator.get(Api.BASE + "/members/" + PublicId.MEMBER.format(replay.member.id()) + "/cards")
                .json().get("items").get(0).get("number").getStringValue();
    }

    private String claimCode(Replay replay) {
        Replay purchase = ready("postPurchase", replay.member);
        Map<String, Object> nobody = new LinkedHashMap<>(Tree.map(purchase.body));
        nobody.remove("member");
        purchase.body = nobody;
        return make(purchase).text("claimCode");
    }
}
