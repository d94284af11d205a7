package id.setia.messages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body a gateway takes, with places for a message: {@code {to}}, {@code {text}}, {@code {id}}, {@code {channel}}, {@code {secret}}. */
record BodyTemplate(BodyType type, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(to|text|id|channel|secret)}");

    /** The body with its places filled once; what stands in a value is text and no place. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(type.escaped(values.getOrDefault(place.group(1), ""))));
    }

    boolean has(String place) {
        return text.contains("{" + place + "}");
    }
}
