package io.sarf.development;

import java.nio.file.Path;

/** The Java that runs the processes of the stack: the one that runs this. */
final class Jvm {

    static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Jvm() {}
}
