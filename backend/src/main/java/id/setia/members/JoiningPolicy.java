package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Who may join.
 *
 * @param minimumAge whole years, 0 for any age
 * @param ageConfirmation whether somebody who gives no day of birth must say that they are old enough
 */
@Serdeable
public record JoiningPolicy(int minimumAge, boolean ageConfirmation) {

    /** The setting's name. */
    public static final String SETTING = "members.joining";

    /** While nobody has decided. */
    public static final JoiningPolicy USUAL = new JoiningPolicy(13, false);

    static final int OLDEST = 21;
}
