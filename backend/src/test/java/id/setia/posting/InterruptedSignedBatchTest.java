package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.partners.TerminalKey;
import id.setia.partners.TerminalKeys;
import id.setia.points.PointsLedger;
import id.setia.posting.SigningTills.SigningTill;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server that ends anywhere between taking a batch and answering it: what it had written by then is all that is left. */
@SetiaTest
class InterruptedSignedBatchTest {

    private static final int RECEIPTS = 4;

    @Inject
    SigningTills signing;

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    SignedChains chains;

    @Inject
    TerminalKeys keys;

    @Inject
    PointsLedger ledger;

    @Inject
    BusinessClock clock;

    @Test
    void the_same_batch_sent_again_has_the_same_effect_wherever_it_was_cut_off() throws Exception {
        for (int posted = 0; posted <= RECEIPTS; posted++) {
            SigningTill till = signing.till();
            UUID member = shop.member();
            List<String> receipts = receipts(member);
            String batch = till.sign(receipts.stream().map(SigningTills::purchase).toArray(String[]::new));
            number(till, batch);
            Browser unsigned = till.browser();
            for (String receipt : receipts.subList(0, posted)) {
                assertThat(unsigned.post("/api/v1/purchases", receipt).status()).isEqualTo(201);
            }
            assertThat(state(till)).isEqualTo("received");

            Browser.Answer again = till.send(batch);

            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.text("state")).isEqualTo("posted");
            assertThat(SigningTills.items(again.json().get("items")).filter(row -> row.get("status").getIntValue() == 200).count())
                    .isEqualTo(posted);
            assertThat(ledger.balance(member).available()).isEqualTo(RECEIPTS * 10L);
            assertThat(state(till)).isEqualTo("posted");
        }
    }

    private List<String> receipts(UUID member) {
        List<String> receipts = new ArrayList<>();
        for (int count = 0; count < RECEIPTS; count++) {
            receipts.add(TestTills.receipt(
                    TestTills.number(), clock.now().minus(Duration.ofHours(3)), 10_000,
                    "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}"));
        }
        return receipts;
    }

    /** All that the first transaction of a batch leaves. */
    private void number(SigningTill till, String batch) {
        UUID terminal = PublicId.TERMINAL.parse(till.terminalId()).orElseThrow();
        TerminalKey key = keys.current(terminal).orElseThrow();
        chains.take(SignedEnvelope.read(batch), key, RECEIPTS);
    }

    private static String state(SigningTill till) {
        return till.browser().get(till.path("batches")).json().get("items").get(0).get("state").getStringValue();
    }
}
