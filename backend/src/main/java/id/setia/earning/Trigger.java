package id.setia.earning;

/** What makes a rule look. */
public enum Trigger {
    PURCHASE,
    JOIN
}
