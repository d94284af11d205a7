package id.setia.platform;

import jakarta.inject.Singleton;
import java.util.List;

/** The log-ins of a demonstration, as its banner and its sign-in page show them. */
@Singleton
class DemoLogins {

    static final DemoLogin MEMBER = new DemoLogin("member", "sari@demo.setia.example", "sari-demo-1", "Sari Wulandari");
    static final DemoLogin STAFF = new DemoLogin("staff", "admin@demo.setia.example", "admin-demo-1", "Adi Nugroho");

    /** A service agent, whose request waits for another person. */
    static final String AGENT_EMAIL = "rina@demo.setia.example";

    List<DemoLogin> all() {
        return List.of(MEMBER, STAFF);
    }
}
