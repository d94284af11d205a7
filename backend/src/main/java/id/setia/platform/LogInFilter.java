package id.setia.platform;

import id.setia.kernel.Pool;
import id.setia.kernel.PoolInContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives those who come in connections of their own, whatever else goes on, so that a till gets its token and a member their
 * session while all others read, and all others go on while many sign in.
 */
@ServerFilter(
        patterns = {
            "/api/v1/oauth/token",
            "/api/v1/oauth/revoke",
            "/api/v1/pairings",
            "/api/v1/session",
            "/api/v1/sign-in-codes",
            "/api/v1/sign-in-codes/**",
            "/api/v1/enrolments",
            "/api/v1/enrolments/**",
            "/api/v1/members/me/password",
            "/api/v1/staff/forgotten-password",
            "/api/v1/staff/invitation-acceptance",
            "/api/v1/staff/invitation-lookup",
            "/api/v1/staff/new-password",
            "/api/v1/staff/setup",
            "/api/v1/staff/me/password",
            "/api/v1/staff/me/second-factor",
            "/api/v1/staff/me/second-factor/**"
        },
        methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE})
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class LogInFilter {

    @RequestFilter
    void choose(MutablePropagatedContext context) {
        context.add(new PoolInContext(Pool.LOG_INS));
    }
}
