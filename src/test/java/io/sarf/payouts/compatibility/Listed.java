package io.sarf.payouts.compatibility;

import java.util.List;
import java.util.stream.Stream;

/** Differences that are meant, with the reason for them. */
record Listed(List<String> examples, Difference.What difference, List<String> paths, String reason) {

    Stream<Difference> each() {
        return examples.stream()
                .flatMap(example -> paths.stream().map(path -> new Difference(example, path, difference)));
    }
}
