package id.setia.members;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What of a member somebody read, as answers name it. The numbers stand in the database and never change. */
public enum ReadField {
    NAME(0, "name"),
    EMAIL(1, "email"),
    PHONE(2, "phone"),
    BIRTH_DATE(3, "birthDate"),
    LANGUAGE(4, "language"),
    JOINED_AT(5, "joinedAt"),
    CARDS(6, "cards"),
    CONSENTS(7, "consents"),
    POINTS(8, "points"),
    STANDING(9, "standing"),
    OFFERS(10, "offers"),
    REWARDS(11, "rewards"),
    ACTIVITY(12, "activity"),
    PURCHASES(13, "purchases"),
    STATEMENT(14, "statement"),
    NOTICES(15, "notices"),
    CASES(16, "cases"),
    OTHER(17, "other");

    private final int number;
    private final String value;

    ReadField(int number, String value) {
        this.number = number;
        this.value = value;
    }

    public String value() {
        return value;
    }

    static long bits(Collection<ReadField> fields) {
        return fields.stream().mapToLong(field -> 1L << field.number).reduce(0, (one, other) -> one | other);
    }

    static List<ReadField> of(long bits) {
        return Arrays.stream(values()).filter(field -> (bits >> field.number & 1) == 1).toList();
    }
}
