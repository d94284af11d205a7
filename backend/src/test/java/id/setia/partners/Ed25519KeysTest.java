package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519KeysTest {

    private static final byte[] CONTENT = "isi".getBytes(StandardCharsets.UTF_8);

    @Test
    void keys_are_taken_in_either_alphabet_with_and_without_padding() throws GeneralSecurityException {
        for (int round = 0; round < 20; round++) {
            byte[] raw = raw(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());

            assertThat(Ed25519Keys.parse(Base64.getEncoder().encodeToString(raw))).contains(raw);
            assertThat(Ed25519Keys.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(raw))).contains(raw);
        }
    }

    @Test
    void what_is_no_point_of_the_curve_is_refused() {
        assertRefused("0200000000000000000000000000000000000000000000000000000000000000");
        assertRefused("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
        assertRefused("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    }

    @Test
    void points_under_which_anybody_can_sign_are_refused() {
        assertRefused("0000000000000000000000000000000000000000000000000000000000000000");
        assertRefused("0000000000000000000000000000000000000000000000000000000000000080");
        assertRefused("0100000000000000000000000000000000000000000000000000000000000000");
        assertRefused("0100000000000000000000000000000000000000000000000000000000000080");
        assertRefused("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        assertRefused("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
        assertRefused("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
        assertRefused("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
        assertRefused("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
        assertRefused("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        assertRefused("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    }

    @Test
    void what_is_no_key_at_all_is_refused() {
        assertThat(Ed25519Keys.parse("")).isEmpty();
        assertThat(Ed25519Keys.parse("***")).isEmpty();
        assertThat(Ed25519Keys.parse("AAAA")).isEmpty();
        assertThat(Ed25519Keys.parse("A".repeat(5_000))).isEmpty();
    }

    private static void assertRefused(String hex) {
        assertThat(Ed25519Keys.parse(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)))).as(hex).isEmpty();
    }

    @Test
    void a_signature_holds_for_its_own_content_and_key_alone() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] other = raw(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(CONTENT);
        byte[] signature = signer.sign();

        assertThat(Ed25519Keys.verify(raw(pair), CONTENT, signature)).isTrue();
        assertThat(Ed25519Keys.verify(other, CONTENT, signature)).isFalse();
        assertThat(Ed25519Keys.verify(raw(pair), "lain".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        assertThat(Ed25519Keys.verify(raw(pair), CONTENT, new byte[3])).isFalse();
    }

    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Ed25519Keys.LENGTH, encoded.length);
    }
}
