package id.setia.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells pages, which are the same for everybody, whether it is a member who opens one. */
@Singleton
public class MemberBrowsers {

    private final Sessions sessions;
    private final SessionCookies cookies;

    MemberBrowsers(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Whether the browser has a live session of a member. Asks the database. */
    public boolean has(HttpRequest<?> request) {
        return cookies.token(request)
                .flatMap(sessions::find)
                .filter(session -> session.kind() == SessionKind.MEMBER)
                .isPresent();
    }
}
