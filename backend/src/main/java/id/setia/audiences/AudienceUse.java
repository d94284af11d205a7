package id.setia.audiences;

import java.util.List;
import java.util.UUID;

/** A room above that makes use of saved audiences; what it uses cannot be deleted. */
public interface AudienceUse {

    /** What uses the audience, by names for staff; empty when nothing does. */
    List<String> of(UUID audienceId);
}
