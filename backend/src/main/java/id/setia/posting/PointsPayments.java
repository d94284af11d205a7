package id.setia.posting;

import id.setia.program.Program;
import id.setia.program.Settings;
import jakarta.inject.Singleton;

/** The policy of paying with points that is in force. */
@Singleton
class PointsPayments {

    private final Settings settings;

    PointsPayments(Settings settings) {
        this.settings = settings;
    }

    PointsPaymentPolicy policy() {
        return settings.read(PointsPaymentPolicy.SETTING, PointsPaymentPolicy.class, PointsPaymentPolicy.USUAL)
                .value();
    }

    PointsPayment by(Program program) {
        return new PointsPayment(policy(), program);
    }
}
