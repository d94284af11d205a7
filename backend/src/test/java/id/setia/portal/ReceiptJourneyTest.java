package id.setia.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import id.setia.testing.TestMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A receipt that was nobody's, from the QR code on the paper to the balance. */
@ExtendWith(PortalExtension.class)
class ReceiptJourneyTest {

    private final Portal portal;

    ReceiptJourneyTest(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_member_who_scans_the_receipt_has_its_points_at_once() {
        String code = portal.shop().sellToNobody(87_500);
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id").signIn("/sign-in", budi.email(), TestMembers.PASSWORD)) {
            visitor.open("/r/" + code);

            assertThat(visitor.heading("Poinnya sudah masuk")).isVisible();
            assertThat(visitor.page().getByText("+87")).isVisible();
            visitor.open("/r/" + code);
            assertThat(visitor.heading("Struk ini sudah milik Anda")).isVisible();
        }
        try (Visitor stranger = portal.visitor(Portal.PHONE, "id")) {
            stranger.open("/r/" + code);
            assertThat(stranger.heading("Struk ini sudah disimpan")).isVisible();
        }
    }

    @Test
    void somebody_who_signs_in_from_the_receipt_comes_back_to_it() {
        String code = portal.shop().sellToNobody(87_500);
        TestMembers.TestMember budi = portal.shop().member();
        try (Visitor visitor = portal.visitor(Portal.PHONE, "id")) {
            visitor.open("/r/" + code);
            assertThat(visitor.heading("Poin dari struk ini menunggu Anda")).isVisible();
            assertThat(visitor.page().getByText("Rp87.500")).isVisible();
            String signIn = visitor.link("Sudah anggota? Masuk").getAttribute("href");
            visitor.signIn(signIn, budi.email(), TestMembers.PASSWORD);

            assertThat(visitor.heading("Poinnya sudah masuk")).isVisible();
        }
    }
}
