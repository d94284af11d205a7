package id.setia.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Tests sign in thousands of times. */
@Singleton
@Replaces(PasswordCost.class)
class CheapPasswords extends PasswordCost {

    @Override
    Argon2Function function() {
        return Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
    }
}
