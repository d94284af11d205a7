package id.setia.purchases;

import java.util.Locale;

/** Whether a refund has found its purchases. */
public enum RefundState {
    APPLIED,
    WAITING;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
