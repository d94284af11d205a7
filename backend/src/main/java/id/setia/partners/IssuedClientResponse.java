package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Credentials, told this once. */
@Serdeable
@Schema(description = "Credentials of an API client. The secret is told this once and not kept.")
public record IssuedClientResponse(
        @Schema(description = "The client.") ApiClientResponse client,
        @Schema(description = "What it sends as `client_id`.", example = "cli_01kq5zv4m8e7t9b3x2c1d0f6ga") String clientId,
        @Schema(description = "What it sends as `client_secret`.", example = "mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf0b3H4l2abc")
                String clientSecret) {

    @Override
    public String toString() {
        return "IssuedClientResponse[clientId=" + clientId + "]";
    }
}
