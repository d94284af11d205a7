package id.setia.program;

import id.setia.kernel.Version;

/**
 * A setting and its version.
 *
 * @param version 0 while nobody has changed it
 */
public record Setting<T>(T value, Version version) {}
