package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.setia.client.CredentialsRefusedException;
import id.setia.client.Outcome;
import id.setia.client.Refusal;
import id.setia.client.SetiaClient;
import id.setia.client.TillQueue;
import id.setia.client.http.ApiException;
import id.setia.client.model.Channel;
import id.setia.client.model.CreateHoldRequest;
import id.setia.client.model.HoldResponse;
import id.setia.client.model.LookupMemberRequest;
import id.setia.client.model.MemberReferenceRequest;
import id.setia.client.model.Money;
import id.setia.client.model.PostPurchaseRequest;
import id.setia.client.model.PostRefundRequest;
import id.setia.client.model.PurchaseLineRequest;
import id.setia.client.model.PurchaseReferenceRequest;
import id.setia.client.model.PurchaseResponse;
import id.setia.client.model.RefundLineRequest;
import id.setia.client.model.RefundResponse;
import id.setia.client.model.SendSpendingCodeRequest;
import id.setia.client.model.SpendingProofKind;
import id.setia.client.model.SpendingProofRequest;
import id.setia.client.model.TenderKind;
import id.setia.client.model.TenderRequest;
import id.setia.kernel.BusinessClock;
import id.setia.partners.IssuedClient;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a till whose program is written with the generated client. */
@SetiaTest
class ClientJourneyTest {

    private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    private final EmbeddedServer server;
    private final TestTills tills;
    private final TestMembers people;
    private final Mailbox mailbox;
    private final BusinessClock clock;
    private SetiaClient client;
    private String email;

    ClientJourneyTest(EmbeddedServer server, TestTills tills, TestMembers people, Mailbox mailbox, BusinessClock clock) {
        this.server = server;
        this.tills = tills;
        this.people = people;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @BeforeEach
    void open_the_till() {
        IssuedClient credentials = tills.credentials();
        client = SetiaClient.of(server.getURI(), credentials.clientKey(), credentials.secret());
        email = people.join().email();
    }

    @Test
    void from_the_token_to_points_that_pay() throws ApiException {
        assertThat(client.members().lookupMember(new LookupMemberRequest().email(email)).getPoints().getAvailable()).isZero();

        PostPurchaseRequest sale = sale(500_000);
        assertThat(client.purchases().quotePurchase(sale, false).getPointsEarned()).isEqualTo(500);
        PurchaseResponse bought = client.purchases().postPurchase(sale);
        assertThat(bought.getPointsEarned()).isEqualTo(500);
        assertThat(bought.getReplayed()).isFalse();
        assertThat(client.purchases().postPurchase(sale).getReplayed()).isTrue();

        RefundResponse refunded = client.refunds().postRefund(refundOf(sale, "0.2"));
        assertThat(refunded.getPointsTakenBack()).isEqualTo(100);

        HoldResponse hold = hold(200);
        assertThat(hold.getWorth().getAmount()).isEqualTo("2000");
        PurchaseResponse paid = client.purchases()
                .postPurchase(sale(50_000).tenders(List.of(
                        new TenderRequest().kind(TenderKind.POINTS).amount(rupiah(2_000)).holdId(hold.getHoldId()),
                        new TenderRequest().kind(TenderKind.CASH).amount(rupiah(48_000)))));
        assertThat(paid.getPointsUsed()).isEqualTo(200);
        assertThat(paid.getPointsEarned()).isEqualTo(48);
        assertThat(client.members().lookupMember(new LookupMemberRequest().email(email)).getPoints().getAvailable())
                .isEqualTo(500 - 100 - 200 + 48);
    }

    private HoldResponse hold(long points) throws ApiException {
        String key = number();
        ApiException unproven = catchThrowableOfType(
                ApiException.class, () -> client.holds().createHold(key, new CreateHoldRequest().member(member()).points(points)));
        assertThat(Refusal.of(unproven)).extracting(Refusal::status, Refusal::code).containsExactly(403, "redemption_proof_required");

        client.holds().sendSpendingCode(new SendSpendingCodeRequest().member(member()).points(points));
        return client.holds().createHold(
                key,
                new CreateHoldRequest()
                        .member(member())
                        .points(points)
                        .proof(new SpendingProofRequest().kind(SpendingProofKind.ONE_TIME_CODE).code(mailbox.code(email))));
    }

    @Test
    void a_queue_brings_its_receipts_into_the_books_and_tells_what_they_earned(@TempDir Path directory) throws Exception {
        PostPurchaseRequest sale = sale(120_000);
        try (TillQueue queue = TillQueue.open(directory.resolve("till.queue"), client)) {
            assertThat(queue.add(sale, Duration.ofMinutes(1)))
                    .hasValueSatisfying(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(Outcome.Purchased.class, taken -> assertThat(taken.purchase().getPointsEarned()).isEqualTo(120)));
            queue.add(sale(30_000));
            queue.add(sale(40_000));
            assertThat(queue.add(refundOf(sale, "1"), Duration.ofMinutes(1)))
                    .hasValueSatisfying(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(Outcome.Refunded.class, back -> assertThat(back.refund().getPointsTakenBack()).isEqualTo(120)));
            assertThat(queue.refused()).isEmpty();
        }
        assertThat(client.members().lookupMember(new LookupMemberRequest().email(email)).getPoints().getAvailable()).isEqualTo(70);
    }

    @Test
    void wrong_credentials_are_told_apart_from_a_line_that_is_down() {
        SetiaClient wrong = SetiaClient.of(server.getURI(), "nobody", "nothing");

        CredentialsRefusedException refused = catchThrowableOfType(
                CredentialsRefusedException.class, () -> wrong.members().lookupMember(new LookupMemberRequest().email(email)));

        assertThat(refused.refusal().code()).isEqualTo("invalid_client");
    }

    private PostPurchaseRequest sale(long amount) {
        OffsetDateTime at = clock.now().minus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC);
        return new PostPurchaseRequest()
                .channel(Channel.STORE)
                .till("1")
                .receiptNumber(number())
                .businessDate(day(at))
                .occurredAt(at)
                .member(member())
                .addLinesItem(new PurchaseLineRequest().position(1).name("Beras").quantity("1").amount(rupiah(amount)))
                .total(rupiah(amount))
                .addTendersItem(new TenderRequest().kind(TenderKind.CASH).amount(rupiah(amount)));
    }

    private PostRefundRequest refundOf(PostPurchaseRequest sale, String quantity) {
        return new PostRefundRequest()
                .channel(Channel.STORE)
                .till("1")
                .receiptNumber(number())
                .businessDate(sale.getBusinessDate())
                .occurredAt(sale.getOccurredAt())
                .addLinesItem(new RefundLineRequest()
                        .purchase(new PurchaseReferenceRequest()
                                .businessDate(sale.getBusinessDate())
                                .till(sale.getTill())
                                .receiptNumber(sale.getReceiptNumber()))
                        .position(1)
                        .quantity(quantity));
    }

    private MemberReferenceRequest member() {
        return new MemberReferenceRequest().email(email);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.withOffsetSameInstant(WIB).toLocalDate();
    }

    private static Money rupiah(long amount) {
        return new Money().amount(Long.toString(amount)).currency("IDR");
    }
}
