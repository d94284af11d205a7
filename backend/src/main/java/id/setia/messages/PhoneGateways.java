package id.setia.messages;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Vault;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Setting;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The door to the phone gateway in the settings; its secrets are sealed and leave only towards the gateway. */
@Singleton
class PhoneGateways {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final Settings settings;
    private final PhoneGatewayChecks checks;
    private final Vault vault;
    private final AuditTrail audit;
    private final Transactions transactions;

    PhoneGateways(
            Settings settings, PhoneGatewayChecks checks, Vault vault, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.checks = checks;
        this.vault = vault;
        this.audit = audit;
        this.transactions = transactions;
    }

    Setting<PhoneGateway> current() {
        return settings.read(PhoneGateway.NAME, PhoneGateway.class, PhoneGateway.NONE);
    }

    /**
     * Hands messages to this gateway from now on. Secrets that are not named stay, as long as they go to the same host.
     *
     * @throws Problem {@code validation_failed}, {@code changed_meanwhile}
     */
    Setting<PhoneGateway> change(Caller caller, PhoneGatewayRequest request, Version from) {
        checks.check(request);
        return transactions.write(connection -> {
            PhoneGateway gateway = gateway(request, current().value());
            Setting<PhoneGateway> changed = settings.change(PhoneGateway.NAME, gateway, from);
            audit.record(
                    caller,
                    "phone_gateway.changed",
                    "setting",
                    NOTHING_IN_PARTICULAR,
                    "address",
                    gateway.address(),
                    "body",
                    gateway.body());
            return changed;
        });
    }

    private PhoneGateway gateway(PhoneGatewayRequest request, PhoneGateway before) {
        boolean sameHost = before.works() && PhoneGateway.origin(before.address()).equals(PhoneGateway.origin(request.address()));
        List<FieldError> missing = new ArrayList<>();
        List<PhoneGateway.Header> headers = new ArrayList<>();
        for (int index = 0; index < request.headers().size(); index++) {
            PhoneGatewayHeader header = request.headers().get(index);
            Optional<PhoneGateway.Header> sealed = header.value() == null
                    ? before.header(header.name()).filter(kept -> sameHost)
                    : Optional.of(new PhoneGateway.Header(header.name(), seal(header.name(), header.value())));
            if (sealed.isEmpty()) {
                missing.add(new FieldError("/headers/" + index + "/value", "secret_needed", List.of()));
            }
            sealed.ifPresent(headers::add);
        }
        Optional<String> secret = request.secret() == null
                ? Optional.ofNullable(before.secret()).filter(kept -> sameHost)
                : Optional.of(seal("", request.secret()));
        boolean wanted = request.body().contains("{secret}");
        if (wanted && secret.isEmpty()) {
            missing.add(new FieldError("/secret", "secret_needed", List.of()));
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return new PhoneGateway(
                request.address(),
                request.channel(),
                request.contentType(),
                headers,
                request.body(),
                wanted ? secret.orElseThrow() : null,
                request.numberForm(),
                Optional.ofNullable(request.expected()).orElse(""));
    }

    /** Hands messages to no gateway from now on, and forgets its secrets. */
    Setting<PhoneGateway> turnOff(Caller caller, Version from) {
        return transactions.write(connection -> {
            Setting<PhoneGateway> changed = settings.change(PhoneGateway.NAME, PhoneGateway.NONE, from);
            audit.record(caller, "phone_gateway.removed", "setting", NOTHING_IN_PARTICULAR);
            return changed;
        });
    }

    void noteTest(Caller caller, String number) {
        audit.record(caller, "phone_gateway.tested", "setting", NOTHING_IN_PARTICULAR, "to", number);
    }

    private String seal(String header, String value) {
        byte[] sealed = vault.seal(value.getBytes(StandardCharsets.UTF_8), "program_setting", PhoneGateway.NAME, place(header));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** The header's value, or with an empty name the secret of the body. */
    String open(String header, String sealed) {
        byte[] plain = vault.open(Base64.getDecoder().decode(sealed), "program_setting", PhoneGateway.NAME, place(header));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String place(String header) {
        return header.isEmpty() ? "secret" : "header/" + header.toLowerCase(Locale.ROOT);
    }
}
