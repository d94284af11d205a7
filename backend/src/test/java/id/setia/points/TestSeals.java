package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;

/** Seals everything there is, for tests of other rooms. */
@Singleton
public class TestSeals {

    private final Sealer sealer;

    TestSeals(Sealer sealer) {
        this.sealer = sealer;
    }

    public void seal() {
        assertThat(sealer.seal()).isPresent();
    }
}
