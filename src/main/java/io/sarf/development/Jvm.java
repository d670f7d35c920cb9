package io.sarf.development;

import java.nio.file.Path;

/** The Java executable for the processes of the stack: the current one. */
final class Jvm {

    static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Jvm() {}
}
