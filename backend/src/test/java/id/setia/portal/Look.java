package id.setia.portal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A way in which a page is looked at. */
record Look(int width, String language, boolean dark) {

    private static final Look LIGHT_PHONE = new Look(Portal.PHONE, "id", false);
    private static final Look DARK_PHONE = new Look(Portal.PHONE, "id", true);
    private static final Look ENGLISH_LIGHT_PHONE = new Look(Portal.PHONE, "en", false);
    private static final Look ENGLISH_DARK_PHONE = new Look(Portal.PHONE, "en", true);

    /** With every page looked at in two opposite ways, all pairs of width, language and colours come up among four pages. */
    private static final List<Look> PHONES = List.of(LIGHT_PHONE, ENGLISH_DARK_PHONE, DARK_PHONE, ENGLISH_LIGHT_PHONE);

    /** Whether everything is wanted, as by {@code mvn -Pfull verify}. */
    static final boolean FULL = Boolean.getBoolean("setia.test.full");

    static List<Look> all() {
        return PHONES.stream().flatMap(phone -> Stream.of(phone, phone.opposite())).toList();
    }

    /** Whether the page of this number is looked at in this way. */
    boolean isFor(int page) {
        Look phone = PHONES.get(page % PHONES.size());
        return FULL || equals(phone) || equals(phone.opposite());
    }

    private Look opposite() {
        return new Look(width == Portal.PHONE ? Portal.DESK : Portal.PHONE, language.equals("id") ? "en" : "id", !dark);
    }

    /** The looks of a test of its own: two opposite ones, others for each test, or all. */
    static final class Opposites implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            int number = Math.floorMod(context.getRequiredTestMethod().getName().hashCode(), PHONES.size());
            return all().stream().filter(look -> look.isFor(number)).map(look -> Arguments.of(look.width, look.language, look.dark));
        }
    }

    /** Those of a list that are looked at in this way. */
    <T> List<T> of(List<T> pages) {
        return IntStream.range(0, pages.size()).filter(this::isFor).mapToObj(pages::get).toList();
    }

    @Override
    public String toString() {
        return width + " " + language + (dark ? " dark" : " light");
    }
}
