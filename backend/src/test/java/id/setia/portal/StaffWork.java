package id.setia.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** What staff have begun, so that there is something to see on its pages: a segment, a calendar, a rule's draft and its test, an import, an endpoint. */
final class StaffWork {

    private static final String TERMS = """
            {"kind": "multiplier", "name": {"id": "Kopi akhir pekan", "en": "Weekend coffee"}, "factor": "2",
             "conditions": {"categories": ["Minuman > Kopi"], "weekdays": ["saturday", "sunday"], "payments": ["e_wallet"],
              "hours": [{"from": "07:00", "until": "11:00"}], "firstPurchase": false, "birthday": "month"},
             "expiryMonths": 12, "funderId": "%s"}""";

    private final Browser staff;
    private final String terms;

    /** @param funder who pays for the points of the drafted rule */
    StaffWork(Browser staff, String funder) {
        this.staff = staff;
        terms = TERMS.formatted(funder);
    }

    void begin(LocalDate today) {
        made(staff.post("/api/v1/audiences", """
                {"name": "Peminum kopi", "criteria": {"kind": "all", "criteria": [
                  {"kind": "language", "languages": ["id"]},
                  {"kind": "purchases", "category": "Minuman > Kopi", "withinDays": 90,
                   "leastSpend": {"amount": "50000", "currency": "IDR"}}]}}"""));
        made(staff.post("/api/v1/calendars", """
                {"code": "ramadan", "name": {"id": "Ramadan", "en": "Ramadan"}, "spans": [{"from": "2027-02-08", "until": "2027-03-09"}]}"""));
        made(staff.post("/api/v1/rule-drafts", "{\"code\": \"kopi-akhir-pekan\", \"terms\": " + terms + "}"));
        made(staff.postOnce(
                "/api/v1/rules/back-tests",
                "{\"terms\": %s, \"from\": \"%s\", \"until\": \"%s\"}".formatted(terms, today.minusDays(1), today)));
        made(staff.postOnce("/api/v1/webhook-endpoints", """
                {"url": "https://hooks.example.com/setia", "description": "CRM", "types": []}"""));
        made(staff.upload(
                "/api/v1/imports",
                "anggota.csv",
                "member_number,name,email\nL-1,Sari Dewi,sari@example.com\nL-2,Tono\n".getBytes(StandardCharsets.UTF_8),
                Map.of("kind", "members", "dryRun", "true")));
    }

    private static void made(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
