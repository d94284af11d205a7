package id.setia.webhooks;

import id.setia.kernel.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a partner wants events sent; also the row.
 *
 * @param description what people call it
 */
record WebhookEndpoint(
        UUID id,
        UUID partnerId,
        String url,
        String description,
        TypeFilter types,
        EndpointState state,
        Optional<DisabledReason> disabledReason,
        Optional<Instant> disabledAt,
        Instant createdAt,
        Version version) {

    boolean enabled() {
        return state == EndpointState.ENABLED;
    }

    WebhookEndpoint enabledAgain() {
        return new WebhookEndpoint(
                id, partnerId, url, description, types, EndpointState.ENABLED, Optional.empty(), Optional.empty(), createdAt,
                next());
    }

    WebhookEndpoint disabled(DisabledReason reason, Instant now) {
        return new WebhookEndpoint(
                id, partnerId, url, description, types, EndpointState.DISABLED, Optional.of(reason), Optional.of(now),
                createdAt, next());
    }

    WebhookEndpoint written(String newUrl, String newDescription, TypeFilter newTypes) {
        return new WebhookEndpoint(
                id, partnerId, newUrl, newDescription, newTypes, state, disabledReason, disabledAt, createdAt, next());
    }

    WebhookEndpoint at(Version newVersion) {
        return new WebhookEndpoint(
                id, partnerId, url, description, types, state, disabledReason, disabledAt, createdAt, newVersion);
    }

    private Version next() {
        return new Version(version.number() + 1);
    }
}
