package id.setia.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the contract says of topics, and of parameters that many operations share, where the operation itself is silent. */
final class ContractWords {

    private record Parameter(String description, Object example) {}

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("Account", "What members change of their own account."),
            Map.entry("ApiClients", "Credentials of tills and partners' systems, as staff handle them."),
            Map.entry("Audiences", "Saved sets of members by criteria or by list, with how many they are now."),
            Map.entry("Calendars", "Lists of dates that rules name, edited once and used by many."),
            Map.entry("Events", "What happened in the program, to replay for 90 days."),
            Map.entry("Finance", "What points are worth and owed: liability, closed months, settlement between partners, journal."),
            Map.entry("Holds", "Points set aside until they are used, cancelled or timed out."),
            Map.entry("Figures", "The program's figures by day, week and month, and what they should be."),
            Map.entry("Insights", "What members' buying tells: recency, frequency and monetary value."),
            Map.entry("Approvals", "Requests that wait for a second person's yes."),
            Map.entry("Audit", "Who did and saw what."),
            Map.entry("Catalogue", "What the program is made of, as members know it: tiers, rules and offers."),
            Map.entry("Cases", "What members report, and how it is answered."),
            Map.entry("Claims", "Taking over a membership that began at a till."),
            Map.entry("Contract", "This document."),
            Map.entry("Corrections", "Moving and detaching purchases, points by hand, and who did what."),
            Map.entry("Demo", "What exists in a demonstration only."),
            Map.entry("Documents", "Terms and privacy notice, in versions."),
            Map.entry("Enrolment", "Joining the program on the web."),
            Map.entry("Jobs", "Files of purchases and refunds, posted while nobody waits for it."),
            Map.entry("Imports", "Files of past purchases and of members, taken in as jobs."),
            Map.entry("Ledger", "The points ledger and its proof."),
            Map.entry("Members", "Members: profile, points, activity, tier and purchases."),
            Map.entry("Notices", "What members are told about their membership, and how."),
            Map.entry("OAuth", "Access tokens for tills and partners."),
            Map.entry("Offers", "Offers: made, published and ended by staff."),
            Map.entry("Partners", "Organizations that take part in the program."),
            Map.entry("Products", "What is sold, and whether it earns."),
            Map.entry("Program", "The program itself."),
            Map.entry("Purchases", "Posting purchases, reading them, and attaching them to members."),
            Map.entry("Receipts", "Claiming a receipt that is nobody's by the code printed on it."),
            Map.entry("Refunds", "Posting refunds and reading them."),
            Map.entry("Reviews", "Points that wait for a check before they can be used."),
            Map.entry("Rewards", "What points buy: the catalogue, taking rewards, orders and imported codes."),
            Map.entry("Rules", "Earning rules: how purchases and joining become points."),
            Map.entry("Sandbox", "What exists in a sandbox only: its clock, and the messages it keeps."),
            Map.entry("Session", "Signing in and out in a browser."),
            Map.entry("Settings", "What administrators set for the program."),
            Map.entry("SignedBatches", "Batches that tills number, chain and sign."),
            Map.entry("Staff", "People who work in the back office."),
            Map.entry("Stores", "Stores of the program and its partners."),
            Map.entry("Tiers", "The ladder of tiers."),
            Map.entry("Vouchers", "Vouchers at the till: what one gives, using it, undoing that."),
            Map.entry("Webhooks", "Where events are sent as they happen, and what came of it."));

    private static final Map<String, Parameter> PARAMETERS = Map.ofEntries(
            words("Idempotency-Key", "A name of the caller's own for this request, at most 100 characters.", "5f0c2f1e-9d5a-4b7e-8a63-0e1d2c3b4a59"),
            words("If-Match", "The `ETag` of what was read, so that nobody overwrites a change they have not seen.", "\"3\""),
            words("approvalId", "Id of the request.", "apr_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("caseId", "Id of the case.", "cas_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("claimId", "Id of the claim.", "clm_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("cursor", "`nextCursor` of the page before; the first page without it.", "MjAyNi0xMS0yMlQwMzowNDowNVo"),
            words("enrolmentId", "Id of the enrolment.", "enr_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("jobId", "Id of the job.", "job_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("limit", "How many items at most.", 20),
            words("memberId", "Id of the member; `me` for the one who is signed in.", "mem_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("offerId", "Id of the offer.", "off_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("purchaseId", "Id of the purchase.", "pur_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("redemptionId", "Id of the redemption.", "red_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("refundId", "Id of the refund.", "ref_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("reviewId", "Id of the check.", "rev_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("rewardId", "Id of the reward.", "rew_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("rewardOrderId", "Id of the order.", "ord_01m3k5w8v0f3g9q2x7r4t6y8za"),
            words("staffId", "Id of the member of staff.", "stf_01m3k5w8v0f3g9q2x7r4t6y8za"));

    private ContractWords() {}

    private static Map.Entry<String, Parameter> words(String name, String description, Object example) {
        return Map.entry(name, new Parameter(description, example));
    }

    /** The topic with its description. */
    static Map<String, Object> tag(String name) {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("name", name);
        tag.put("description", TAGS.getOrDefault(name, ""));
        return tag;
    }

    static void describe(Map<String, Object> parameter) {
        Parameter words = PARAMETERS.get(String.valueOf(parameter.get("name")));
        if (words != null) {
            parameter.putIfAbsent("description", words.description());
            parameter.putIfAbsent("example", words.example());
        }
    }
}
