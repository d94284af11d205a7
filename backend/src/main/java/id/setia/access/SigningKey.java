package id.setia.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.micronaut.security.token.jwt.signature.rsa.RSASignature;
import io.micronaut.security.token.jwt.signature.rsa.RSASignatureGeneratorConfiguration;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;

/**
 * One RSA key pair that signs tokens by RS256.
 *
 * @param signsFrom from when on it signs, until a later one does; it verifies before and after
 */
record SigningKey(
        String kid, RSAPublicKey getPublicKey, RSAPrivateKey getPrivateKey, Instant createdAt, Instant signsFrom)
        implements RSASignatureGeneratorConfiguration {

    @Override
    public JWSAlgorithm getJwsAlgorithm() {
        return JWSAlgorithm.RS256;
    }

    RSASignature verifier() {
        return new RSASignature(this);
    }

    /** The public half as others are told it (RFC 7517). */
    Map<String, Object> published() {
        return new RSAKey.Builder(getPublicKey)
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build()
                .toJSONObject();
    }

    @Override
    public String toString() {
        return "SigningKey[kid=" + kid + "]";
    }
}
