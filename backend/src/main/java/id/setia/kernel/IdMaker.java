package id.setia.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Makes the ids of rows: UUID version 7, ordered by the time they were made. */
@Singleton
public class IdMaker {

    public UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
