package id.setia.kernel;

import java.util.List;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer the field, as a JSON pointer into the body ({@code /lines/0/quantity})
 * @param code stable code of the mistake
 * @param arguments what the sentence shown needs: limits, allowed values
 */
public record FieldError(String pointer, String code, List<Object> arguments) {}
