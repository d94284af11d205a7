package id.setia.program;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Color INK_BY_NIGHT = Palette.NIGHT;

    @Property(tries = 500)
    void every_shade_of_any_colour_can_be_read_where_it_stands(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        Palette palette = Palette.of(new Color(red, green, blue));

        Color light = color(palette.light());
        assertThat(light.contrastTo(Color.WHITE)).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(light.contrastTo(Palette.SUNKEN)).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(light.contrastTo(color(palette.lightSoft()))).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(color(palette.lightHover()).contrastTo(Color.WHITE)).isGreaterThanOrEqualTo(Palette.READABLE);

        Color dark = color(palette.dark());
        assertThat(dark.contrastTo(Palette.NIGHT_SURFACE)).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(dark.contrastTo(color(palette.darkSoft()))).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(dark.contrastTo(INK_BY_NIGHT)).isGreaterThanOrEqualTo(Palette.READABLE);
        assertThat(color(palette.darkHover()).contrastTo(INK_BY_NIGHT)).isGreaterThanOrEqualTo(Palette.READABLE);
    }

    @Property(tries = 500)
    void the_shade_offered_carries_white_and_is_no_darker_than_it_must(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        Color asked = new Color(red, green, blue);

        Color offered = Palette.nearestThatCarriesWhite(asked);

        assertThat(Palette.carriesWhite(offered)).isTrue();
        if (Palette.carriesWhite(asked)) {
            assertThat(offered).isEqualTo(asked);
        } else {
            assertThat(offered.contrastTo(Color.WHITE)).isLessThan(Palette.READABLE + 0.15);
        }
    }

    @Test
    void contrast_is_as_the_guidelines_have_it() {
        assertThat(new Color(0, 0, 0).contrastTo(Color.WHITE)).isEqualTo(21);
        assertThat(color("#767676").contrastTo(Color.WHITE)).isBetween(4.54, 4.55);
        assertThat(Palette.carriesWhite(color("#777777"))).isFalse();
    }

    @Test
    void what_is_no_colour_is_none() {
        assertThat(Color.parse("red")).isEmpty();
        assertThat(Color.parse("#12345")).isEmpty();
        assertThat(Color.parse("#12345g")).isEmpty();
        assertThat(Color.parse("#2B3591")).map(Color::hex).contains("#2b3591");
    }

    private static Color color(String hex) {
        return Color.parse(hex).orElseThrow();
    }
}
