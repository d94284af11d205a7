package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {

    @Property
    void every_id_comes_back(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);

        String text = PublicId.MEMBER.format(id);

        assertThat(text).startsWith("mem_").hasSize(30);
        assertThat(PublicId.MEMBER.parse(text)).contains(id);
        assertThat(PublicId.PURCHASE.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "mem_", "mem_01", "mem_zzzzzzzzzzzzzzzzzzzzzzzzzz", "mem_0000000000000000000000000u", "MEM_00000000000000000000000000"
    })
    void anything_else_is_no_id(String text) {
        assertThat(PublicId.MEMBER.parse(text)).isEmpty();
    }
}
