package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.partners.TerminalKey;
import id.setia.testing.BatchSigner;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedEnvelopeTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final byte[] PUBLIC_KEY =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final String KID = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1";
    private static final String CONTENT = "{\"receipts\":[]}";

    @Test
    void the_worked_example_of_the_contract_is_what_the_signer_makes() throws Exception {
        BatchSigner signer = new BatchSigner(SEED, PUBLIC_KEY, KID);
        String batch = signer.sign(CONTENT);
        String header = new String(Base64.getUrlDecoder().decode(batch.split("\\.")[0]), StandardCharsets.UTF_8);

        assertThat(SignedBatchController.class
                        .getDeclaredMethod("post", String.class, PostSignedBatchRequest.class, Caller.class)
                        .getAnnotation(Operation.class)
                        .description())
                .contains("`" + batch + "`")
                .contains("`" + header + "`")
                .contains("`" + CONTENT + "`")
                .contains("`" + signer.lastHash() + "`");
        assertThat(SignedEnvelope.written(SignedEnvelope.read(batch).hash())).isEqualTo(signer.lastHash());
    }

    @Test
    void what_was_signed_is_read_as_it_was_meant() throws Exception {
        BatchSigner signer = new BatchSigner(SEED, PUBLIC_KEY, KID);
        signer.sign(CONTENT);
        String before = signer.lastHash();
        SignedEnvelope envelope = SignedEnvelope.read(signer.sign("{\"receipts\":[1]}"));

        assertThat(envelope.number()).isEqualTo(2);
        assertThat(envelope.keyNumber()).isEqualTo(1);
        assertThat(SignedEnvelope.written(envelope.previous())).isEqualTo(before);
        assertThat(new String(envelope.content(), StandardCharsets.UTF_8)).isEqualTo("{\"receipts\":[1]}");
        assertThat(key().signed(envelope.signed(), envelope.signature())).isTrue();
    }

    private static TerminalKey key() {
        return new TerminalKey(new UUID(1, 1), 1, PUBLIC_KEY, Instant.EPOCH, Optional.empty());
    }

    @Test
    void a_change_of_any_character_breaks_it() throws Exception {
        String batch = new BatchSigner(SEED, PUBLIC_KEY, KID).sign(CONTENT);
        for (int place = 0; place < batch.length(); place++) {
            if (batch.charAt(place) == '.') {
                continue;
            }
            String changed = batch.substring(0, place) + (batch.charAt(place) == 'A' ? 'B' : 'A') + batch.substring(place + 1);
            assertThat(holds(changed)).as("changed at " + place).isFalse();
        }
        assertThat(holds(batch)).isTrue();
    }

    private static boolean holds(String batch) {
        try {
            SignedEnvelope envelope = SignedEnvelope.read(batch);
            return key().signed(envelope.signed(), envelope.signature());
        } catch (Problem unreadable) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'alg':'none','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'P'}                | jws_header alg",
        "{'alg':'HS256','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'P'}               | jws_header alg",
        "{'kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'P'}                             | jws_header alg",
        "{'alg':'EdDSA','crit':['b64'],'kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'P'} | jws_header crit",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga','number':1,'previous':'P'}                 | jws_header kid",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.0','number':1,'previous':'P'}               | jws_header kid",
        "{'alg':'EdDSA','kid':'sto_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'P'}               | jws_header kid",
        "{'alg':'EdDSA','kid':7,'number':1,'previous':'P'}                                                | jws_header kid",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':0,'previous':'P'}               | jws_header number",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1.5,'previous':'P'}             | jws_header number",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1e99,'previous':'P'}            | jws_header number",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':'1','previous':'P'}             | jws_header number",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1,'previous':'abc'}             | jws_header previous",
        "{'alg':'EdDSA','kid':'ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1','number':1}                              | jws_header previous",
        "[]                                                                                               | jws_malformed",
        "null                                                                                             | jws_malformed",
        "nothing                                                                                          | jws_malformed",
    })
    void a_header_that_is_not_as_it_must_be_is_refused_by_the_name_of_its_member(String header, String refusal) throws GeneralSecurityException {
        String json = header.replace('\'', '"').replace("\"P\"", "\"" + BatchSigner.hash(PUBLIC_KEY) + "\"");
        refuse(BatchSigner.base64(BatchSigner.utf8(json)) + ".e30." + BatchSigner.base64(new byte[64]), refusal);
    }

    @ParameterizedTest
    @CsvSource({"''", "a", "a.b", "a.b.c.d", "*.*.*", "e30.e30.*"})
    void what_is_no_signed_text_is_refused(String text) {
        assertThatThrownBy(() -> SignedEnvelope.read(text)).isInstanceOf(Problem.class);
    }

    private static void refuse(String batch, String refusal) {
        String[] words = refusal.split(" ");
        assertThatThrownBy(() -> SignedEnvelope.read(batch)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.errors().getFirst().code()).isEqualTo(words[0]);
            assertThat(problem.errors().getFirst().arguments()).isEqualTo(Arrays.asList((Object[]) words).subList(1, words.length));
        });
    }
}
