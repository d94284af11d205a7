package id.setia.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Sits between a node and its database, counts what the node sends (statements, and beginnings and ends of transactions) and
 * interrupts it at a number of it.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Requires(property = "setia.test.interruptions", value = "true")
public class Interruptions implements BeanCreatedEventListener<DataSource> {

    private static final int DEADLOCK = 1213;

    private long sent;
    private long at;
    private Interruption what;
    private Runnable meanwhile;
    private boolean dead;

    /** Interrupts at the so manieth thing sent from now on. */
    synchronized void arm(long number, Interruption interruption, Runnable whileItStandsStill) {
        sent = 0;
        at = number;
        what = interruption;
        meanwhile = whileItStandsStill;
    }

    /** Nothing happens any more; the node is alive again. Answers how much was sent since it was armed. */
    synchronized long disarm() {
        at = 0;
        dead = false;
        return sent;
    }

    /** Whether what was ordered has not happened yet. */
    synchronized boolean isArmed() {
        return at > 0;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource real = event.getBean();
        return (DataSource) Proxy.newProxyInstance(
                Interruptions.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = call(real, method, arguments);
                    return answer instanceof Connection connection ? connection(connection) : answer;
                });
    }

    private Connection connection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Interruptions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return commit(real, method);
                    }
                    if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
                        begin(real);
                    }
                    Object answer = call(real, method, arguments);
                    return answer instanceof Statement statement ? statement(real, statement) : answer;
                });
    }

    private Statement statement(Connection connection, Statement real) {
        return (Statement) Proxy.newProxyInstance(
                Interruptions.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        before(connection);
                    }
                    return call(real, method, arguments);
                });
    }

    private static Object call(Object real, Method method, Object... arguments) throws Throwable {
        try {
            return method.getDeclaringClass().isInstance(real)
                    ? method.invoke(real, arguments)
                    : real.getClass().getMethod(method.getName(), method.getParameterTypes()).invoke(real, arguments);
        } catch (InvocationTargetException error) {
            throw error.getCause();
        }
    }

    private void begin(Connection real) throws SQLException {
        Runnable act = null;
        synchronized (this) {
            refuseDead(real);
            if (isDue() && what == Interruption.OVERTAKEN) {
                at = 0;
                act = meanwhile;
            }
        }
        if (act != null) {
            act.run();
        }
    }

    private synchronized void before(Connection real) throws SQLException {
        refuseDead(real);
        if (isDue() && what != Interruption.OVERTAKEN && what != Interruption.ANSWER_LOST) {
            interrupt(real);
        }
    }

    private Object commit(Connection real, Method commit) throws Throwable {
        boolean answerIsLost;
        synchronized (this) {
            refuseDead(real);
            boolean due = isDue();
            answerIsLost = due && what == Interruption.ANSWER_LOST;
            if (due && what != Interruption.OVERTAKEN && !answerIsLost) {
                interrupt(real);
            }
        }
        Object answer = call(real, commit);
        if (answerIsLost) {
            at = 0;
            cut(real);
            throw lost();
        }
        return answer;
    }

    /** What waits for a moment of its own, a commit or a beginning, stays due until there is one. */
    private boolean isDue() {
        sent++;
        return at > 0 && sent >= at;
    }

    private void interrupt(Connection real) throws SQLException {
        at = 0;
        switch (what) {
            case DEADLOCK -> {
                real.rollback();
                throw new SQLTransactionRollbackException("Deadlock found, as a test wants it", "40001", DEADLOCK);
            }
            case KILLED -> {
                dead = true;
                cut(real);
                throw new NodeDied();
            }
            case CONNECTION_LOST, ANSWER_LOST, OVERTAKEN -> {
                cut(real);
                throw lost();
            }
        }
    }

    private void refuseDead(Connection real) throws SQLException {
        if (dead) {
            cut(real);
            throw new NodeDied();
        }
    }

    private static void cut(Connection real) throws SQLException {
        real.abort(Runnable::run);
    }

    private static SQLException lost() {
        return new SQLNonTransientConnectionException("Communications link failure, as a test wants it", "08S01");
    }
}
