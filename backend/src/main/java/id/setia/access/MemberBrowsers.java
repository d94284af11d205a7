package id.setia.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells pages, of which few differ by who opens them, which member does. */
@Singleton
public class MemberBrowsers {

    private final Sessions sessions;
    private final SessionCookies cookies;

    MemberBrowsers(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Whose live session the browser has. Asks the database. */
    public Optional<UUID> member(HttpRequest<?> request) {
        return cookies.token(request)
                .flatMap(sessions::find)
                .filter(session -> session.kind() == SessionKind.MEMBER)
                .map(Session::subjectId);
    }
}
