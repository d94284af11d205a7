package id.setia.platform;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must be there before staff, partners, their systems, tills and texts are changed. */
final class SetUpPreparations extends Preparations {

    SetUpPreparations(Replays replays) {
        super(replays);
        for (String operation : List.of("disableStaff", "enableStaff", "sendStaffPasswordLink", "resetStaffSecondFactor")) {
            put(operation, replay -> {
                replay.path.put("staffId", PublicId.STAFF.format(context.getBean(StaffAccounts.class)
                        .create(new Caller.Stranger(), "r" + ids.next() + "@example.com", "Rina", TestMembers.PASSWORD, Set.of(Role.MARKETER))));
                if (operation.equals("enableStaff")) {
                    Replay disabling = replays.bare("disableStaff", replay.member);
                    disabling.caller = replay.caller;
                    disabling.path.putAll(replay.path);
                    make(disabling);
                }
            });
        }
        put("getPartnerLeaving", replay -> {
            Replay leaving = ready("leavePartner", replay.member);
            make(leaving);
            replay.path.putAll(leaving.path);
        });
        put("issueToken", replay -> {
            Browser.Answer client = make("createApiClient", replay.member);
            replay.with("client_id", found(client, "clientKey")).with("client_secret", found(client, "clientSecret"));
        });
        put("revokeToken", replay -> {
            Browser.Answer client = make("createApiClient", replay.member);
            String credentials = "client_id=" + found(client, "clientKey") + "&client_secret=" + found(client, "clientSecret");
            replay.with("client_id", found(client, "clientKey"))
                    .with("client_secret", found(client, "clientSecret"))
                    .with("token", context.getBean(TestTills.class).browser()
                            .postForm(Api.BASE + "/oauth/token", "grant_type=client_credentials&" + credentials)
                            .text("access_token"));
        });
        put("endApiClientSecret", replay -> {
            Replay renewal = ready("renewApiClientSecret", replay.member);
            make(renewal);
            replay.path.putAll(renewal.path);
            replay.path.put("secretId", found(administrator.get(Api.BASE + "/api-clients/" + renewal.path.get("apiClientId")), "secretId"));
        });
        put("pairTerminal", replay -> replay.with("code", found(make("createPairingCode", replay.member), "code")));
        put("changeTerminalSigning", replay -> replay.with("signs", false));
        put("createWebhookEndpoint", replay -> roomForAnotherEndpoint());
        put("getWebhookDelivery", this::delivery);
        put("resendWebhookDelivery", this::delivery);
        put("endWebhookSecret", replay -> {
            Replay rotation = ready("rotateWebhookSecret", replay.member);
            make(rotation);
            replay.path.putAll(rotation.path);
            List<String> secrets = Pattern.compile("whs_[0-9a-z]{26}")
                    .matcher(administrator.get(rotation.target().replace("/secrets", "")).body())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            replay.path.put("webhookSecretId", secrets.getLast());
        });
        for (String operation : List.of("getProduct", "changeProduct")) {
            put(operation, replay -> {
                make("postPurchase", replay.member);
                replay.path.put("productId", administrator.get(Api.BASE + "/products").json().get("items").get(0).get("productId").getStringValue());
            });
        }
        for (String operation : List.of("getDocument", "getDocumentVersion")) {
            put(operation, replay -> {
                replay.path.put("kind", "terms");
                Replay publication = ready("publishDocument", replay.member);
                publication.path.put("kind", "terms");
                replay.path.put("version", found(make(publication), "version"));
            });
        }
    }

    /** A partner has twenty endpoints at most: those of before go when it comes close. */
    private void roomForAnotherEndpoint() {
        JsonNode endpoints = administrator.get(Api.BASE + "/webhook-endpoints").json().get("items");
        if (endpoints.size() < 15) {
            return;
        }
        for (JsonNode endpoint : endpoints.values()) {
            String place = Api.BASE + "/webhook-endpoints/" + endpoint.get("webhookEndpointId").getStringValue();
            administrator.with("If-Match", administrator.get(place).header("ETag")).send("DELETE", place, "", "");
            administrator.with("If-Match", "");
        }
    }

    private void delivery(Replay replay) {
        Replay trial = ready("testWebhookEndpoint", replay.member);
        String delivery = found(make(trial), "webhookDeliveryId");
        replay.path.putAll(trial.path);
        replay.path.put("webhookDeliveryId", delivery);
    }
}
