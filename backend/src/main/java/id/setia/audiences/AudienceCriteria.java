package id.setia.audiences;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Which audiences name another one in their criteria. */
@Singleton
class AudienceCriteria implements AudienceUse {

    private final Audiences audiences;

    AudienceCriteria(Audiences audiences) {
        this.audiences = audiences;
    }

    @Override
    public List<String> of(UUID audienceId) {
        Criterion named = new Criterion.OnList(audienceId);
        return audiences.all().stream()
                .filter(audience -> !audience.id().equals(audienceId))
                .filter(audience -> audience.criteria().stream().flatMap(Criterion::parts).anyMatch(named::equals))
                .map(SavedAudience::name)
                .toList();
    }
}
