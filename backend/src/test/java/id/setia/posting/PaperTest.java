package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void sentences_break_between_words_and_figures_stay_with_their_units() {
        assertThat(new Paper().add("Belanja Rp2.100.000 lagi sampai 30\u00A0November untuk naik ke Prioritas.").lines())
                .containsExactly("Belanja Rp2.100.000 lagi sampai", "30 November untuk naik ke", "Prioritas.");
    }

    @Test
    void each_sentence_has_lines_of_its_own() {
        assertThat(new Paper().add("Saldo: 12.480\u00A0poin.").add("Sampai 4\u00A0Desember.").lines())
                .containsExactly("Saldo: 12.480 poin.", "Sampai 4 Desember.");
    }

    @Test
    void an_address_too_long_for_a_line_breaks_at_its_joints() {
        assertThat(new Paper().add("poin.toko-kelontong-nusantara.example.com/r/7K2M9QXA4TRC").lines())
                .containsExactly("poin.toko-kelontong-nusantara.", "example.com/r/7K2M9QXA4TRC");
    }

    @Property
    void no_line_is_wider_than_the_paper_and_no_letter_is_lost(
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'f') @CharRange(from = ' ', to = ' ') @CharRange(from = '\u00A0', to = '\u00A0') @CharRange(from = '.', to = '/') String sentence) {
        Paper paper = new Paper().add(sentence);

        assertThat(paper.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(1, Paper.WIDTH));
        assertThat(String.join("", paper.lines()).replaceAll("\\s", "")).isEqualTo(sentence.replaceAll("[\\s\u00A0]", ""));
    }
}
