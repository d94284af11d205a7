package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.members.MemberReference;
import id.setia.members.TillEnrolment;
import id.setia.members.TillEnrolments;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a till sent of somebody who wants to collect points, and says everything that is wrong with it at once. */
@Singleton
class TillEnrolmentReader {

    private static final Set<String> LANGUAGES = Set.of("id", "en");
    private static final String USUAL_LANGUAGE = "id";
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final ReceiptReader receipts;

    TillEnrolmentReader(ReceiptReader receipts) {
        this.receipts = receipts;
    }

    TillEnrolment read(EnrolAtTillRequest request, Caller.ApiClient till) {
        Store store = receipts.store(Optional.ofNullable(request.storeId()), till);
        MemberReference phone = MemberReference.phone(request.phone());
        Optional<String> name = Optional.ofNullable(request.name()).filter(text -> !text.isBlank());
        Optional<String> cashier = Optional.ofNullable(request.cashier());
        String language = Optional.ofNullable(request.language()).orElse(USUAL_LANGUAGE);
        List<FieldError> errors = new ArrayList<>(TillEnrolments.objections("/name", name));
        if (!INTERNATIONAL.matcher(phone.value()).matches()) {
            errors.add(new FieldError("/phone", "phone_not_usable", List.of()));
        }
        if (!LANGUAGES.contains(language)) {
            errors.add(new FieldError("/language", "value_unknown", List.of("id, en")));
        }
        if (cashier.filter(String::isBlank).isPresent()) {
            errors.add(new FieldError("/cashier", "must_not_be_blank", List.of()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new TillEnrolment(phone, name, language, store.partnerId(), store.id(), till.clientId(), cashier);
    }
}
