package id.setia.imports;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes the next thing while the one before is in use. */
final class Ahead<T> implements AutoCloseable {

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Supplier<T> source;
    private Future<T> next;

    Ahead(Supplier<T> source) {
        this.source = source;
        this.next = worker.submit(source::get);
    }

    T next() {
        try {
            T made = next.get();
            next = worker.submit(source::get);
            return made;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
