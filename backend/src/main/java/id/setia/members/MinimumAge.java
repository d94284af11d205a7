package id.setia.members;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.FieldError;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether somebody is old enough to join, by the programme's calendar. */
@Singleton
public class MinimumAge {

    private final Settings settings;
    private final ProgramSettings programs;
    private final BusinessClock clock;

    MinimumAge(Settings settings, ProgramSettings programs, BusinessClock clock) {
        this.settings = settings;
        this.programs = programs;
        this.clock = clock;
    }

    public JoiningPolicy policy() {
        return settings.read(JoiningPolicy.SETTING, JoiningPolicy.class, JoiningPolicy.USUAL)
                .value();
    }

    /**
     * What stands against somebody's joining: {@code too_young} at the day of birth, or, where the programme wants to be
     * told and there is none, {@code must_be_true} at {@code /ageConfirmed}.
     *
     * @param confirmed whether they say that they are old enough
     */
    public Optional<FieldError> objection(Optional<LocalDate> birthDate, boolean confirmed) {
        JoiningPolicy policy = policy();
        if (policy.minimumAge() == 0) {
            return Optional.empty();
        }
        if (birthDate.isPresent()) {
            LocalDate latest = programs.current().dateOf(clock.now()).minusYears(policy.minimumAge());
            return birthDate
                    .filter(birth -> birth.isAfter(latest))
                    .map(birth -> new FieldError("/birthDate", "too_young", List.of(policy.minimumAge())));
        }
        return confirmed || !policy.ageConfirmation()
                ? Optional.empty()
                : Optional.of(new FieldError("/ageConfirmed", "must_be_true", List.of()));
    }
}
