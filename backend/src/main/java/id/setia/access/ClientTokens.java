package id.setia.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens of API clients: RS256 JWTs that live for fifteen minutes. A verified one is remembered by its hash until it
 * expires; whether its client, secret and key still live, and whether it was taken back, is asked each time, in memory.
 */
@Singleton
class ClientTokens {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String ISSUER = "setia";
    static final String AUDIENCE = "setia-api";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private static final String SECRET = "secret_id";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 20_000;

    private final SigningKeys keys;
    private final RevokedTokens revoked;
    private final ClientCredentials clients;
    private final Deployment deployment;
    private final SystemClock clock;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    ClientTokens(
            SigningKeys keys,
            RevokedTokens revoked,
            ClientCredentials clients,
            Deployment deployment,
            SystemClock clock) {
        this.keys = keys;
        this.revoked = revoked;
        this.clients = clients;
        this.deployment = deployment;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param secretId the secret it was given for, empty for one that does not say
     */
    private record Verified(
            String tokenId, String kid, UUID clientId, String secretId, Set<Scope> scopes, Instant expiresAt) {}

    /** A token and how long it lives. */
    record Issued(String token, Duration lifetime) {}

    /** A token lives no longer than the secret it is given for. */
    Issued issue(RegisteredClient client, RegisteredClient.Secret secret, Set<Scope> scopes) {
        Instant now = clock.now();
        Instant end = secret.expiresAt().filter(now.plus(LIFETIME)::isAfter).orElse(now.plus(LIFETIME));
        String token = sign(new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject(PublicId.API_CLIENT.format(client.id()))
                .claim("client_id", client.clientKey())
                .claim(SECRET, secret.id())
                .claim("scope", scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" ")))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(end))
                .jwtID(Hashes.text(Hashes.random(12)))
                .build());
        return new Issued(token, Duration.between(now, end));
    }

    /** The address of this deployment where it is set up, the same on all its nodes; else a name. */
    private String issuer() {
        return deployment.configuredUrl().orElse(ISSUER);
    }

    String sign(JWTClaimsSet claims) {
        SigningKey key = keys.signing(clock.now());
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(TYPE)
                            .keyID(key.kid())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key.getPrivateKey()));
            return token.serialize();
        } catch (JOSEException error) {
            throw new IllegalStateException(error);
        }
    }

    /**
     * The client a token speaks for.
     *
     * @throws Problem {@code token_expired}, or {@code unauthenticated} for anything else that is wrong with it
     */
    Caller.ApiClient caller(String token) {
        Instant now = clock.now();
        String hash = Hashes.text(Hashes.sha256(token));
        Verified known = verified.get(hash);
        if (known == null) {
            known = verify(token, now);
            remember(hash, known, now);
        }
        if (!now.isBefore(known.expiresAt())) {
            verified.remove(hash);
            throw Problem.of(ProblemCode.TOKEN_EXPIRED);
        }
        if (!keys.verifies(known.kid(), now) || revoked.contains(known.tokenId(), now)) {
            verified.remove(hash);
            throw refused();
        }
        return caller(known, now);
    }

    private Verified verify(String text, Instant now) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || header.getKeyID() == null
                    || !keys.key(header.getKeyID(), now)
                            .orElseThrow(ClientTokens::refused)
                            .verifier()
                            .verify(token)) {
                throw refused();
            }
            return verify(header.getKeyID(), token.getJWTClaimsSet(), now);
        } catch (ParseException | JOSEException | IllegalArgumentException error) {
            throw refused();
        }
    }

    private Verified verify(String kid, JWTClaimsSet claims, Instant now) throws ParseException {
        if (!(ISSUER.equals(claims.getIssuer()) || issuer().equals(claims.getIssuer()))
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || claims.getJWTID() == null
                || claims.getExpirationTime() == null
                || claims.getNotBeforeTime() == null
                || claims.getNotBeforeTime().toInstant().isAfter(now.plus(CLOCK_SKEW))) {
            throw refused();
        }
        UUID clientId = PublicId.API_CLIENT.parse(claims.getSubject()).orElseThrow(ClientTokens::refused);
        String scope = Optional.ofNullable(claims.getStringClaim("scope")).orElse("");
        Set<Scope> scopes = Arrays.stream(scope.split(" "))
                .flatMap(value -> Scope.of(value).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return new Verified(
                claims.getJWTID(),
                kid,
                clientId,
                Optional.ofNullable(claims.getStringClaim(SECRET)).orElse(""),
                scopes,
                claims.getExpirationTime().toInstant());
    }

    private void remember(String hash, Verified token, Instant now) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.values().removeIf(other -> !now.isBefore(other.expiresAt()));
        }
        if (verified.size() < MOST_REMEMBERED) {
            verified.put(hash, token);
        }
    }

    private Caller.ApiClient caller(Verified token, Instant now) {
        RegisteredClient client = client(token, now)
                .or(() -> {
                    clients.lookAgain();
                    return client(token, now);
                })
                .orElseThrow(ClientTokens::refused);
        clients.used(client.id(), token.secretId(), now);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(token.scopes());
        scopes.retainAll(client.scopes());
        return new Caller.ApiClient(
                client.id(),
                client.partnerId(),
                client.terminalId(),
                client.storeId(),
                client.programOwner(),
                scopes);
    }

    private Optional<RegisteredClient> client(Verified token, Instant now) {
        return clients.live(token.clientId()).filter(live -> live.stillHas(token.secretId(), now));
    }

    /**
     * Takes a token of the client back; nothing where it is none that could still be used.
     *
     * @throws Problem {@code token_not_yours}
     */
    void revoke(RegisteredClient client, String text) {
        Instant now = clock.now();
        Verified token;
        try {
            token = verify(text, now);
        } catch (Problem unusable) {
            return;
        }
        if (!token.clientId().equals(client.id())) {
            throw Problem.of(ProblemCode.TOKEN_NOT_YOURS);
        }
        if (now.isBefore(token.expiresAt())) {
            revoked.add(token.tokenId(), token.expiresAt());
        }
    }

    private static Problem refused() {
        return Problem.of(ProblemCode.UNAUTHENTICATED);
    }
}
