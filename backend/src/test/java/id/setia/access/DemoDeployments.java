package id.setia.access;

/** Deployments in demo mode, for tests of what only a demo shows. */
public final class DemoDeployments {

    private DemoDeployments() {}

    public static Deployment demo() {
        return new Deployment("true", "", "https://poin.example.com/", null);
    }
}
