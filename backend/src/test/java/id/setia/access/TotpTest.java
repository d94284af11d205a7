package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the examples of RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void a_code_is_known_in_its_step_and_the_two_around_it() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = Totp.code(SECRET, now);

        assertThat(Totp.step(SECRET, code, now)).isEqualTo(OptionalLong.of(37_037_037));
        assertThat(Totp.step(SECRET, code, now.minusSeconds(30))).isEqualTo(OptionalLong.of(37_037_037));
        assertThat(Totp.step(SECRET, code, now.plusSeconds(30))).isEqualTo(OptionalLong.of(37_037_037));
        assertThat(Totp.step(SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.step(SECRET, code, now.minusSeconds(60))).isEmpty();
    }

    /** The examples of RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_typed_in_base_32(String plain, String typed) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
    }

    @Test
    void an_app_reads_program_account_and_secret() {
        assertThat(Totp.uri("Klub Nusantara", "rina+toko@example.com", SECRET))
                .isEqualTo("otpauth://totp/Klub%20Nusantara:rina%2Btoko%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Klub%20Nusantara");
    }
}
