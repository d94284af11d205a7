package id.setia.access;

import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Setting;
import id.setia.program.Settings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Settings as staff read and change them: with an {@code ETag}, and on the audit trail. */
@Singleton
public class SettingDesk {

    /** The programme has no id of its own; this stands for it in the audit trail. */
    private static final UUID PROGRAM = new UUID(0, 1);

    private final Settings settings;
    private final AuditTrail audit;
    private final Json json;
    private final Transactions transactions;

    SettingDesk(Settings settings, AuditTrail audit, Json json, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.json = json;
        this.transactions = transactions;
    }

    /**
     * A setting, with its version.
     *
     * @param usual what counts while nobody has changed it
     */
    public <T> HttpResponse<T> read(String name, Class<T> type, T usual) {
        return answer(settings.read(name, type, usual));
    }

    /**
     * Puts a value in the place of the one that was read.
     *
     * @param ifMatch the header {@code If-Match}
     * @throws Problem {@code version_required} without the header, {@code changed_meanwhile} when another was put there since
     */
    public <T> HttpResponse<T> change(Caller caller, String name, T value, Optional<String> ifMatch) {
        Version from = Version.of(ifMatch);
        return answer(transactions.write(connection -> {
            Setting<T> changed = settings.change(name, value, from);
            audit.record(caller, "setting.changed", "setting", PROGRAM, name, json.write(value));
            return changed;
        }));
    }

    private static <T> HttpResponse<T> answer(Setting<T> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
