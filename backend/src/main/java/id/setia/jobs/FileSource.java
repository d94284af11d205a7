package id.setia.jobs;

import java.io.IOException;
import java.io.InputStream;

/** A file that may be read from its beginning more than once. */
@FunctionalInterface
public interface FileSource {

    InputStream open() throws IOException;
}
