package id.setia.kernel;

import io.micronaut.json.tree.JsonNode;

/** Tells refusals in both languages, for answers that carry several of them; the platform knows the words. */
public interface Refusals {

    /** Whose fault something thrown is, as the API tells it: the caller's, the database's for now, or ours. */
    Problem of(RuntimeException thrown);

    /**
     * Reads a part of a body into a record, as strictly as a body.
     *
     * @throws Problem with pointers into the part, for every field that does not fit
     */
    <T> T read(JsonNode tree, Class<T> type);

    /** What happened and what to do. */
    LocalText detail(Problem problem);

    /** What is wrong with a field. */
    LocalText detail(FieldError error);
}
