package id.setia.posting;

import id.setia.kernel.LocalText;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Why points were added or taken by hand, as members read it. */
@Singleton
public class CorrectionNotes {

    private final Corrections corrections;

    CorrectionNotes(Corrections corrections) {
        this.corrections = corrections;
    }

    /** The reasons by the ids of the corrections. */
    public Map<UUID, LocalText> of(Collection<UUID> correctionIds) {
        Map<UUID, LocalText> notes = new HashMap<>();
        corrections.find(correctionIds)
                .forEach((id, correction) -> correction.reason().ifPresent(reason -> notes.put(id, reason.text())));
        return notes;
    }
}
