package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Terminal;
import id.setia.testing.BackOffice;
import id.setia.testing.BatchSigner;
import id.setia.testing.Browser;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tills that were paired with a key of their own, as an engineer's would be. */
@Singleton
class SigningTills {

    private static final Caller NOBODY = new Caller.Stranger();

    private final TestShop shop;
    private final TestTills tills;
    private final PartnerDirectory partners;
    private final BackOffice office;
    private final IdMaker ids;
    private Browser administrator;

    SigningTills(TestShop shop, TestTills tills, PartnerDirectory partners, BackOffice office, IdMaker ids) {
        this.shop = shop;
        this.tills = tills;
        this.partners = partners;
        this.office = office;
        this.ids = ids;
    }

    /** A till of the shop that may post purchases and refunds. */
    SigningTill till() throws GeneralSecurityException {
        shop.open();
        Terminal terminal = partners.createTerminal(NOBODY, shop.store().id(), ids.next().toString().substring(24));
        return paired(PublicId.TERMINAL.format(terminal.id()), EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE));
    }

    /** Pairs a till, perhaps anew, with a new key. */
    SigningTill paired(String terminalId, Set<Scope> scopes) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] publicKey = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        Browser.Answer code = administrator().post(
                "/api/v1/terminals/" + terminalId + "/pairing-codes",
                "{\"scopes\":" + scopes.stream().map(scope -> "\"" + scope.value() + "\"").collect(Collectors.joining(",", "[", "]")) + "}");
        assertThat(code.status()).as(code.body()).isEqualTo(201);
        Browser.Answer paired = tills.browser().post(
                "/api/v1/pairings",
                "{\"code\":\"" + code.text("code") + "\",\"signingKey\":\"" + BatchSigner.base64(publicKey) + "\"}");
        assertThat(paired.status()).as(paired.body()).isEqualTo(201);
        Browser till = tills.browser();
        Browser.Answer token = till.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + paired.text("clientId") + "&client_secret=" + paired.text("clientSecret"));
        till.with("Authorization", "Bearer " + token.text("access_token"));
        String kid = terminalId + "." + paired.text("signingKeyNumber");
        return new SigningTill(terminalId, kid, till, new BatchSigner(seed, publicKey, kid), publicKey);
    }

    synchronized Browser administrator() {
        if (administrator == null) {
            administrator = office.staff(Role.ADMINISTRATOR);
        }
        return administrator;
    }

    /** Decides whether a till signs. */
    Browser.Answer decide(SigningTill till, boolean signs) {
        Browser.Answer before = administrator().get(till.path("signing"));
        return administrator().put(till.path("signing"), before.header("ETag"), "{\"signs\":" + signs + "}");
    }

    /** A till with its credential and its signer. */
    record SigningTill(String terminalId, String kid, Browser browser, BatchSigner signer, byte[] publicKey) {

        String path(String below) {
            return "/api/v1/terminals/" + terminalId + "/" + below;
        }

        /** Signs receipts, refunds and exchanges, each a JSON object with one member. */
        String sign(String... receipts) {
            try {
                return signer.sign("{\"receipts\":[" + String.join(",", receipts) + "]}");
            } catch (GeneralSecurityException error) {
                throw new IllegalStateException(error);
            }
        }

        Browser.Answer send(String batch) {
            return browser.post(path("batches"), "{\"batch\":\"" + batch + "\"}");
        }

        /** What is missing, each gap as {@code first-last}. */
        List<String> missing() {
            return items(browser.get(path("signing")).json().get("keys").get(0).get("missing"))
                    .map(gap -> gap.get("first").getLongValue() + "-" + gap.get("last").getLongValue())
                    .toList();
        }
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false);
    }

    static String purchase(String receipt) {
        return "{\"purchase\":" + receipt + "}";
    }

    static String refund(String refund) {
        return "{\"refund\":" + refund + "}";
    }

    static String exchange(String refund, String receipt) {
        return "{\"exchange\":{\"refund\":" + refund + ",\"purchase\":" + receipt + "}}";
    }
}
