package id.setia.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Paths of categories, {@code Segar > Buah}: case does not matter, and a category holds everything below it. */
public final class CategoryPath {

    private static final String BELOW = " > ";

    private CategoryPath() {}

    /** Whether a category is the other one or stands below it. */
    public static boolean isWithin(String category, String other) {
        String path = category.toLowerCase(Locale.ROOT);
        String above = other.toLowerCase(Locale.ROOT);
        return path.equals(above) || path.startsWith(above + BELOW);
    }

    /** The category and all above it, the topmost first. */
    static List<String> upwards(String category) {
        List<String> paths = new ArrayList<>();
        for (int end = category.indexOf(BELOW); end >= 0; end = category.indexOf(BELOW, end + 1)) {
            paths.add(category.substring(0, end));
        }
        paths.add(category);
        return paths;
    }

    /** What a {@code LIKE … ESCAPE '!'} finds everything below the category by. */
    static String patternBelow(String category) {
        return escaped(category) + BELOW + "%";
    }

    /** The text with nothing in it that {@code LIKE … ESCAPE '!'} takes for a sign. */
    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
