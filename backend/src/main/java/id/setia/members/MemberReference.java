package id.setia.members;

import id.setia.access.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * One way to name a member, in the form in which identifiers are kept. Whatever a till sends becomes a reference; one that
 * makes no sense simply finds nobody.
 *
 * @param issuer who gave an external number or a payment card's token; empty for every other kind
 */
public record MemberReference(Kind kind, String issuer, String value) {

    private static final String CARD_CODE_PREFIX = "S1.";

    /** Kinds of references. */
    public enum Kind {
        MEMBER_ID,
        CARD,
        PHONE,
        EMAIL,
        EXTERNAL,
        PAYMENT_TOKEN;

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static MemberReference memberId(UUID id) {
        return new MemberReference(Kind.MEMBER_ID, "", id.toString());
    }

    /** A card's number, with or without blanks and hyphens, or the text of its QR code, {@code S1.<card>.<code>}. */
    public static MemberReference card(String text) {
        String number = text.strip();
        if (number.startsWith(CARD_CODE_PREFIX)) {
            int end = number.indexOf('.', CARD_CODE_PREFIX.length());
            number = number.substring(CARD_CODE_PREFIX.length(), end < 0 ? number.length() : end);
        }
        return new MemberReference(
                Kind.CARD,
                "",
                Normalizer.normalize(number, Normalizer.Form.NFC)
                        .replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT));
    }

    /** A phone number in any usual form; one without a country is Indonesian, and one nobody could have is nobody's. */
    public static MemberReference phone(String text) {
        return PhoneNumber.parse(text)
                .map(MemberReference::phone)
                .orElseGet(() -> new MemberReference(Kind.PHONE, "", ""));
    }

    static MemberReference phone(PhoneNumber number) {
        return new MemberReference(Kind.PHONE, "", number.value());
    }

    public static MemberReference email(String text) {
        return new MemberReference(Kind.EMAIL, "", EmailAddress.normal(text));
    }

    /** A customer number of another system. */
    public static MemberReference external(String issuer, String number) {
        return new MemberReference(
                Kind.EXTERNAL, issuer.strip(), Normalizer.normalize(number.strip(), Normalizer.Form.NFC));
    }

    /** What an acquirer calls a payment card. */
    public static MemberReference paymentToken(String issuer, String token) {
        return new MemberReference(
                Kind.PAYMENT_TOKEN, issuer.strip().toLowerCase(Locale.ROOT), Normalizer.normalize(token.strip(), Normalizer.Form.NFC));
    }

    /** Whether somebody who is there shows it: a card, of theirs or to pay with, or a phone. */
    public boolean inPerson() {
        return kind == Kind.CARD || kind == Kind.PHONE || kind == Kind.PAYMENT_TOKEN;
    }

    byte[] issuerBytes() {
        return issuer.getBytes(StandardCharsets.UTF_8);
    }

    byte[] valueBytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
