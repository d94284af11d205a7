package id.setia.access;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.security.token.jwt.signature.rsa.RSASignature;
import io.micronaut.security.token.jwt.signature.rsa.RSASignatureGeneratorConfiguration;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/** One RSA key pair that signs tokens by RS256. */
record SigningKey(String kid, RSAPublicKey getPublicKey, RSAPrivateKey getPrivateKey)
        implements RSASignatureGeneratorConfiguration {

    @Override
    public JWSAlgorithm getJwsAlgorithm() {
        return JWSAlgorithm.RS256;
    }

    RSASignature verifier() {
        return new RSASignature(this);
    }
}
