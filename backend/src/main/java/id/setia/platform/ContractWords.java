package id.setia.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the contract says of topics, and of parameters that many operations share, where the operation itself is silent. */
final class ContractWords {

    private record Parameter(String description, Object example) {}

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("Account", "What members change of their own account."),
            Map.entry("Contract", "This document."),
            Map.entry("Demo", "What exists in a demonstration only."),
            Map.entry("Enrolment", "Joining the program on the web."),
            Map.entry("Imports", "Files of history, taken in as jobs."),
            Map.entry("Ledger", "The points ledger and its proof."),
            Map.entry("Members", "Members: profile, points, activity, tier and purchases."),
            Map.entry("OAuth", "Access tokens for tills and partners."),
            Map.entry("Offers", "Offers a member has, and activating them."),
            Map.entry("Program", "The program itself."),
            Map.entry("Purchases", "Posting purchases, reading them, and attaching them to members."),
            Map.entry("Refunds", "Posting refunds and reading them."),
            Map.entry("Session", "Signing in and out in a browser."),
            Map.entry("Settings", "What administrators set for the program."),
            Map.entry("Staff", "Setting up the staff."),
            Map.entry("Stores", "Stores of the program and its partners."));

    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "memberId",
            new Parameter("Id of the member; `me` for the one who is signed in.", "mem_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "purchaseId", new Parameter("Id of the purchase.", "pur_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "refundId", new Parameter("Id of the refund.", "ref_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "offerId", new Parameter("Id of the offer.", "off_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "jobId", new Parameter("Id of the job.", "job_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "enrolmentId", new Parameter("Id of the enrolment.", "enr_01m3k5w8v0f3g9q2x7r4t6y8za"),
            "limit", new Parameter("How many items at most.", 20),
            "cursor", new Parameter("`nextCursor` of the page before; the first page without it.", "MjAyNi0xMS0yMlQwMzowNDowNVo"),
            "Idempotency-Key", new Parameter("A name of the caller's own for this request.", "5f0c2f1e-9d5a-4b7e-8a63-0e1d2c3b4a59"));

    private ContractWords() {}

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
