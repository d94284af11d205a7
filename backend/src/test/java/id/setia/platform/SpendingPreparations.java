package id.setia.platform;

import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.TestRewards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be there before points are spent: points, a PIN, rewards, offers, vouchers. */
final class SpendingPreparations extends Preparations {

    SpendingPreparations(Replays replays) {
        super(replays);
        put("createHold", replay -> { rich(replay); pin(replay); });
        put("stepUp", this::pin);
        put("sendSpendingCode", this::rich);
        put("redeemReward", this::rich);
        put("withdrawReward", replay -> replay.path.put("rewardId", replays.published(replay)));
        put("getMemberReward", replay -> replay.path.put("rewardId", replays.published(replay)));
        for (String operation : List.of("endOffer", "stopOffer", "getOfferResults", "downloadOfferResults")) {
            put(operation, replay -> replay.path.put("offerId", offer(replay)));
        }
        for (String operation : List.of("activateOffer", "deactivateOffer")) {
            put(operation, replay -> {
                replay.path.put("offerId", offer(replay));
                replay.caller = browsers.member(replay.member.email());
                if (operation.equals("deactivateOffer")) {
                    Replay activation = replays.bare("activateOffer", replay.member);
                    activation.caller = replay.caller;
                    activation.path.putAll(Map.of("memberId", "me", "offerId", replay.path.get("offerId")));
                    make(activation);
                }
            });
        }
        for (String operation : List.of("validateVoucher", "useVoucher")) {
            put(operation, replay -> replay.with("code", voucher(replay)));
        }
        put("undoVoucherUse", replay -> {
            Replay use = ready("useVoucher", replay.member);
            make(use);
            replay.with("code", Tree.map(use.body).get("code")).with("receipt", Tree.map(use.body).get("receipt"));
        });
        put("revealVoucher", replay -> {
            replay.caller = browsers.member(replay.member.email());
            replay.path.put("voucherId", found(redemption(replay), "voucherId"));
        });
        put("changeRewardOrderState", this::order);
        put("getRewardOrder", this::order);
        put("cancelRedemption", replay -> replay.path.put("redemptionId", redemption(replay).text("redemptionId")));
    }

    private void rich(Replay replay) {
        context.getBean(TestRewards.class).give(replay.member.id(), 5_000);
    }

    private void pin(Replay replay) {
        Replay pin = ready("changePin", replay.member);
        make(pin);
    }

    private String offer(Replay replay) {
        Replay creation = ready("createOffer", replay.member);
        Map<String, Object> now = new LinkedHashMap<>(Tree.map(creation.body));
        now.remove("startsAt");
        creation.body = now;
        String offer = make(creation).text("offerId");
        Replay publication = ready("publishOffer", replay.member);
        publication.path.put("offerId", offer);
        make(publication);
        return offer;
    }

    private Browser.Answer redemption(Replay replay) {
        Replay redemption = ready("redeemReward", replay.member);
        return make(redemption);
    }

    private String voucher(Replay replay) {
        String voucher = found(redemption(replay), "voucherId");
        Replay reveal = replays.bare("revealVoucher", replay.member);
        reveal.caller = browsers.member(replay.member.email());
        reveal.path.putAll(Map.of("memberId", "me", "voucherId", voucher));
        return make(reveal).text("code");
    }

    private void order(Replay replay) {
        rich(replay);
        Replay creation = ready("createReward", replay.member).with("kind", "product");
        Map<String, Object> product = new LinkedHashMap<>(Tree.map(creation.body));
        product.remove("validDays");
        creation.body = product;
        String reward = make(creation).text("rewardId");
        Replay publication = ready("publishReward", replay.member);
        publication.path.put("rewardId", reward);
        make(publication);
        Browser.Answer redeemed = make(ready("redeemReward", replay.member)
                .with("rewardId", reward)
                .with("storeId", PublicId.STORE.format(shop.store().id())));
        replay.path.put("rewardOrderId", found(redeemed, "rewardOrderId"));
    }
}
