package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Who is shown events of a type, besides the programme's owner and administrators. */
@Serdeable
enum EventAudience {
    /** Nobody. */
    @JsonProperty("owner")
    OWNER,
    /** Partners, where it happened at a store of theirs or to a member who agrees to sharing. */
    @JsonProperty("sharing")
    SHARING,
    /** The partner it is about. */
    @JsonProperty("partner")
    PARTNER,
    /** Every partner. */
    @JsonProperty("partners")
    PARTNERS
}
