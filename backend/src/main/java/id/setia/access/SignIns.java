package id.setia.access;

import id.setia.kernel.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Signing browsers in and out. A sign-in always makes a new session and ends the one the browser had. */
@Singleton
public class SignIns {

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final MemberCredentials members;
    private final StaffAccounts staff;
    private final SecondFactorPolicies policies;
    private final KnownBrowsers browsers;
    private final SignInNews news;

    SignIns(
            Sessions sessions,
            SessionCookies cookies,
            MemberCredentials members,
            StaffAccounts staff,
            SecondFactorPolicies policies,
            KnownBrowsers browsers,
            SignInNews news) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.members = members;
        this.staff = staff;
        this.policies = policies;
        this.browsers = browsers;
        this.news = news;
    }

    /** Signs the browser in; 201 with the session and its cookie. */
    public MutableHttpResponse<SessionResponse> signIn(HttpRequest<?> request, SessionKind kind, UUID subjectId) {
        cookies.token(request).ifPresent(sessions::close);
        String token = sessions.open(kind, subjectId, Device.of(request));
        note(kind, subjectId);
        if (kind == SessionKind.STAFF) {
            staff.noteSignIn(subjectId);
        }
        MutableHttpResponse<SessionResponse> response = HttpResponse.created(
                        describe(kind, subjectId, Session.csrfToken(token)))
                .cookie(cookies.of(request, kind, token));
        return switch (kind) {
            case MEMBER -> {
                news.opened(subjectId, !browsers.knows(request, subjectId));
                yield response.cookie(browsers.of(request, subjectId));
            }
            case STAFF -> response;
        };
    }

    /** Ends the sessions that whoever is signed in has on other browsers. */
    public void endOthers(HttpRequest<?> request) {
        CallerFilter.session(request).ifPresent(sessions::endOthers);
    }

    private void note(SessionKind kind, UUID subjectId) {
        if (kind == SessionKind.MEMBER) {
            members.signedIn(subjectId);
        }
    }

    /** Gives somebody a new session in the place of the one at hand, after a step that changes what it may do. */
    public MutableHttpResponse<SessionResponse> renew(HttpRequest<?> request, SessionKind kind, UUID subjectId) {
        cookies.token(request).ifPresent(sessions::close);
        String token = sessions.open(kind, subjectId, Device.of(request));
        return HttpResponse.ok(describe(kind, subjectId, Session.csrfToken(token)))
                .cookie(cookies.of(request, kind, token));
    }

    /** The browser's session; a member's cookie lives on from now. */
    MutableHttpResponse<SessionResponse> current(HttpRequest<?> request) {
        CallerFilter.session(request).ifPresent(session -> note(session.kind(), session.subjectId()));
        return CallerFilter.session(request)
                .map(session -> HttpResponse.ok(describe(session.kind(), session.subjectId(), session.csrfToken()))
                        .cookie(cookies.of(request, session.kind(), session.token())))
                .orElseGet(() -> HttpResponse.ok(SessionResponse.none()));
    }

    MutableHttpResponse<Void> signOut(HttpRequest<?> request) {
        cookies.token(request).ifPresent(sessions::close);
        return HttpResponse.<Void>noContent().cookie(cookies.ended(request));
    }

    private SessionResponse describe(SessionKind kind, UUID subjectId, String csrfToken) {
        return switch (kind) {
            case MEMBER -> members.identity(subjectId)
                    .map(member -> new SessionResponse(
                            kind.value(),
                            csrfToken,
                            member.name(),
                            PublicId.MEMBER.format(subjectId),
                            null,
                            List.of(),
                            List.of(),
                            member.language(),
                            false))
                    .orElseGet(SessionResponse::none);
            case STAFF -> staff.find(subjectId)
                    .map(account -> new SessionResponse(
                            kind.value(),
                            csrfToken,
                            account.name(),
                            null,
                            PublicId.STAFF.format(subjectId),
                            account.roles().stream().sorted().map(Role::value).toList(),
                            StaffResponse.storeIds(account),
                            null,
                            !account.secondFactor() && policies.required()))
                    .orElseGet(SessionResponse::none);
        };
    }
}
