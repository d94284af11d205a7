package id.setia.members;

import java.util.Locale;

/** What a code is for; it serves for nothing else. */
public enum CodePurpose {
    /** To join. */
    JOIN,
    /** To enter one's own account, and choose a new password where wanted. */
    SIGN_IN,
    /** To claim a membership that somebody else began. */
    CLAIM,
    /** To add a contact, or put it in the place of another. */
    CONTACT_CHANGE,
    /** To prove once more that it is oneself, before something sensitive. */
    REAUTHENTICATION;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
