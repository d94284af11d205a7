package id.setia.jobs;

/** A job that can never be done, for a reason its staff can do something about. */
public final class JobFailure extends RuntimeException {

    private final String code;

    /**
     * @param code stable code of the reason
     */
    public JobFailure(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
