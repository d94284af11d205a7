package id.setia.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tokens that look like those the server issues, each with one thing wrong with it. */
@Singleton
public class TestTokens {

    private final ClientTokens tokens;
    private final SigningKeys keys;
    private final SystemClock clock;

    TestTokens(ClientTokens tokens, SigningKeys keys, SystemClock clock) {
        this.tokens = tokens;
        this.keys = keys;
        this.clock = clock;
    }

    /** A token of the client with every scope and nothing wrong with it. */
    public String good(UUID clientId) {
        return tokens.sign(claims(clientId).build());
    }

    /** One that was good until just now. */
    public String expired(UUID clientId) {
        return changed(clientId, claims -> claims.expirationTime(Date.from(clock.now().minusSeconds(1))));
    }

    /** Tokens that no server may take, by what is wrong with each. */
    public Map<String, String> forged(UUID clientId) {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("another audience", changed(clientId, claims -> claims.audience("another-api")));
        forged.put("another issuer", changed(clientId, claims -> claims.issuer("another-issuer")));
        forged.put("not valid yet", changed(clientId, claims -> claims.notBeforeTime(Date.from(clock.now().plus(Duration.ofHours(1))))));
        forged.put("no end", changed(clientId, claims -> claims.expirationTime(null)));
        forged.put("another type", signed(header(JOSEObjectType.JWT).build(), clientId, keys.signing(clock.now()).getPrivateKey()));
        forged.put("alg=none", new PlainJWT(claims(clientId).build()).serialize());
        forged.put("the public key as a secret", withThePublicKeyAsSecret(clientId));
        forged.put("another key", signed(header(ClientTokens.TYPE).build(), clientId, strange()));
        forged.put("a key nobody knows", signed(header(ClientTokens.TYPE).keyID("nobody").build(), clientId, strange()));
        return forged;
    }

    private String changed(UUID clientId, UnaryOperator<JWTClaimsSet.Builder> change) {
        return tokens.sign(change.apply(claims(clientId)).build());
    }

    private JWSHeader.Builder header(JOSEObjectType type) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(keys.signing(clock.now()).kid());
    }

    private static PrivateKey strange() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }

    private String signed(JWSHeader header, UUID clientId, PrivateKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims(clientId).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException error) {
            throw new IllegalStateException(error);
        }
    }

    private String withThePublicKeyAsSecret(UUID clientId) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).type(ClientTokens.TYPE).keyID(keys.signing(clock.now()).kid()).build(),
                    claims(clientId).build());
            token.sign(new MACSigner(keys.signing(clock.now()).getPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException error) {
            throw new IllegalStateException(error);
        }
    }

    private JWTClaimsSet.Builder claims(UUID clientId) {
        return new JWTClaimsSet.Builder()
                .issuer(ClientTokens.ISSUER)
                .audience(ClientTokens.AUDIENCE)
                .subject(PublicId.API_CLIENT.format(clientId))
                .claim("scope", Arrays.stream(Scope.values()).map(Scope::value).collect(Collectors.joining(" ")))
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(clock.now()))
                .expirationTime(Date.from(clock.now().plus(Duration.ofHours(2))));
    }
}
