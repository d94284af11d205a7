package id.setia.platform;

import id.setia.jobs.JobRunner;
import id.setia.kernel.IdMaker;
import id.setia.kernel.SystemClock;
import id.setia.testing.Browser;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestMembers.TestMember;
import id.setia.testing.TestShop;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What operations need besides their examples, by topic: how to make what must be there before. */
abstract class Preparations {

    final Replays replays;
    final ApplicationContext context;
    final TestShop shop;
    final TestMembers members;
    final TestBrowsers browsers;
    final IdMaker ids;
    final Browser administrator;
    private final Map<String, Consumer<Replay>> byOperation = new HashMap<>();

    Preparations(Replays replays) {
        this.replays = replays;
        this.context = replays.context();
        this.shop = context.getBean(TestShop.class);
        this.members = context.getBean(TestMembers.class);
        this.browsers = context.getBean(TestBrowsers.class);
        this.ids = context.getBean(IdMaker.class);
        this.administrator = replays.administrator();
    }

    Map<String, Consumer<Replay>> byOperation() {
        return byOperation;
    }

    final void put(String operationId, Consumer<Replay> preparation) {
        byOperation.put(operationId, preparation);
    }

    final Replay ready(String operationId, TestMember member) {
        return replays.ready(operationId, member);
    }

    final Browser.Answer make(String operationId, TestMember member) {
        return replays.make(operationId, member);
    }

    final Browser.Answer make(Replay replay) {
        return replays.make(replay);
    }

    static String found(Browser.Answer answer, String field) {
        return Replays.found(answer, field);
    }

    static void upload(Replay replay, String field, String file, Map<String, String> fields) {
        replay.fileField = field;
        replay.file = file;
        replay.fields.putAll(fields);
    }

    final String done(Browser.Answer begun) {
        return done(begun, "jobId");
    }

    final String done(Browser.Answer begun, String field) {
        context.getBean(JobRunner.class).runDue(context.getBean(SystemClock.class).now());
        return found(begun, field);
    }
}
