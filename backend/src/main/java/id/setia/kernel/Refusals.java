package id.setia.kernel;

/** Tells refusals in both languages, for answers that carry several of them; the platform knows the words. */
public interface Refusals {

    /** Whose fault something thrown is, as the API tells it: the caller's, the database's for now, or ours. */
    Problem of(RuntimeException thrown);

    /** What happened and what to do. */
    LocalText detail(Problem problem);

    /** What is wrong with a field. */
    LocalText detail(FieldError error);
}
