package io.sarf.development;

import java.nio.file.Path;

final class Jvm {

    static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Jvm() {}
}
