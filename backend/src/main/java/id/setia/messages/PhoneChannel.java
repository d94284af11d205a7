package id.setia.messages;

import id.setia.access.Deployment;
import jakarta.inject.Singleton;

/** Whether people can be reached by phone: through a gateway, or on the page of a demo, or in a sandbox. */
@Singleton
public class PhoneChannel {

    private final PhoneCarrier carrier;
    private final Deployment deployment;

    PhoneChannel(PhoneCarrier carrier, Deployment deployment) {
        this.carrier = carrier;
        this.deployment = deployment;
    }

    /** Whether a message to a phone arrives anywhere; without it forms offer e-mail only. */
    public boolean isOpen() {
        return carrier.isSetUp() || deployment.demo() || deployment.sandbox();
    }
}
