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

    SignIns(Sessions sessions, SessionCookies cookies, MemberCredentials members, StaffAccounts staff) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.members = members;
        this.staff = staff;
    }

    /** Signs the browser in; 201 with the session and its cookie. */
    public MutableHttpResponse<SessionResponse> signIn(HttpRequest<?> request, SessionKind kind, UUID subjectId) {
        cookies.token(request).ifPresent(sessions::close);
        String token = sessions.open(kind, subjectId, Device.of(request));
        note(kind, subjectId);
        return HttpResponse.created(describe(kind, subjectId, Session.csrfToken(token)))
                .cookie(cookies.of(request, kind, token));
    }

    private void note(SessionKind kind, UUID subjectId) {
        if (kind == SessionKind.MEMBER) {
            members.signedIn(subjectId);
        }
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
                            member.language()))
                    .orElseGet(SessionResponse::none);
            case STAFF -> staff.find(subjectId)
                    .map(account -> new SessionResponse(
                            kind.value(),
                            csrfToken,
                            account.name(),
                            null,
                            PublicId.STAFF.format(subjectId),
                            account.roles().stream().sorted().map(Role::value).toList(),
                            null))
                    .orElseGet(SessionResponse::none);
        };
    }
}
