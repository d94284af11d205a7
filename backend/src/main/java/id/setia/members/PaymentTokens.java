package id.setia.members;

import id.setia.kernel.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What may be kept as the token of a payment card: no number of a card, whoever sends it. */
public final class PaymentTokens {

    private static final String ISSUER = "[a-z0-9][a-z0-9._-]{0,39}";
    private static final String TOKEN = "[\\x21-\\x7e]{8,200}";

    /** From the shortest to the longest number of a payment card (ISO/IEC 7812-1). */
    private static final String CARD_NUMBER = "[0-9]{12,19}";

    private PaymentTokens() {}

    /** Whether it could be the number of a payment card: by its length and check digit, however it is grouped. */
    public static boolean looksLikeCardNumber(String token) {
        String digits = token.replaceAll("[\\s.\\-]", "");
        return digits.matches(CARD_NUMBER)
                && CardNumber.checkDigit(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1) - '0';
    }

    /** The same of a reference by such a token. */
    public static boolean looksLikeCardNumber(MemberReference reference) {
        return reference.kind() == MemberReference.Kind.PAYMENT_TOKEN && looksLikeCardNumber(reference.value());
    }

    /** What is wrong with a token that is to be kept. */
    static List<FieldError> objections(String pointer, MemberReference token) {
        List<FieldError> errors = new ArrayList<>();
        if (!token.issuer().matches(ISSUER)) {
            errors.add(new FieldError(pointer + "/issuer", "issuer_malformed", List.of()));
        }
        if (looksLikeCardNumber(token)) {
            errors.add(new FieldError(pointer + "/token", "card_number_sent", List.of()));
        } else if (!token.value().matches(TOKEN)) {
            errors.add(new FieldError(pointer + "/token", "token_malformed", List.of()));
        }
        return errors;
    }

    /** All a person needs to tell one from another: its end. */
    static String masked(String token) {
        return "••••" + token.substring(Math.max(0, token.length() - 4));
    }
}
