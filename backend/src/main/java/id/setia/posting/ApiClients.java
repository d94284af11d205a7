package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;

/** Operations that only tills and partners may call. */
final class ApiClients {

    private ApiClients() {}

    static Caller.ApiClient of(Caller caller) {
        if (caller instanceof Caller.ApiClient client) {
            return client;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }
}
