package id.setia.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * How ids look outside: a prefix that names the kind, an underscore, and 26 characters of Crockford's base 32 in lower
 * case ({@code mem_01j9…}). Opaque to callers, in the order of making.
 */
public enum PublicId {
    MEMBER("mem"),
    PURCHASE("pur"),
    REFUND("ref"),
    HOLD("hld"),
    STORE("sto"),
    PARTNER("par"),
    TERMINAL("ter"),
    API_CLIENT("cli"),
    OFFER("off"),
    CALENDAR("cal"),
    REWARD("rew"),
    REDEMPTION("red"),
    VOUCHER("vou"),
    REWARD_ORDER("ord"),
    RULE("rul"),
    RULE_DRAFT("rdr"),
    REJUDGEMENT("rej"),
    MEMBER_EVENT("mev"),
    TRANSACTION("txn"),
    JOB("job"),
    ENROLMENT("enr"),
    CLAIM("clm"),
    CONTACT_CODE("cod"),
    STAFF("stf"),
    APPROVAL("apr"),
    ADJUSTMENT("adj"),
    CORRECTION("cor"),
    REVIEW("rev"),
    CASE("cas"),
    NOTICE("ntc"),
    DOCUMENT("doc"),
    AUDIENCE("aud"),
    MESSAGE("msg"),
    CLOCK_MOVE("clk"),
    PAYMENT_CARD("pay"),
    EVENT("evt"),
    WEBHOOK_ENDPOINT("whe"),
    WEBHOOK_SECRET("whs"),
    WEBHOOK_DELIVERY("whd");

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final String prefix;

    PublicId(String prefix) {
        this.prefix = prefix;
    }

    /** The letters before the underscore. */
    public String prefix() {
        return prefix;
    }

    public String format(UUID id) {
        char[] text = new char[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int index = LENGTH - 1; index >= 0; index--) {
            text[index] = DIGITS.charAt((int) low & 31);
            low = low >>> 5 | high << 59;
            high >>>= 5;
        }
        return prefix + "_" + new String(text);
    }

    /** The id behind the text, or nothing when the text is not an id of this kind. */
    public Optional<UUID> parse(String text) {
        if (text == null || text.length() != prefix.length() + 1 + LENGTH || !text.startsWith(prefix + "_")) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int index = prefix.length() + 1; index < text.length(); index++) {
            int digit = DIGITS.indexOf(text.charAt(index));
            if (digit < 0 || high >>> 59 != 0) {
                return Optional.empty();
            }
            high = high << 5 | low >>> 59;
            low = low << 5 | digit;
        }
        return Optional.of(new UUID(high, low));
    }

    /** The id behind the text. */
    public UUID parseOr(String text, ProblemCode refusal) {
        return parse(text).orElseThrow(() -> Problem.of(refusal));
    }
}
