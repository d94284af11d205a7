package id.setia.client;

/** No token is given for these credentials: they are wrong, revoked, or their till or store is closed. */
public final class CredentialsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    CredentialsRefusedException(Refusal refusal) {
        super(refusal.status() + " " + refusal.code() + ": " + refusal.detail());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
