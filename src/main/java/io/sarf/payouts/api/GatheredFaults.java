package io.sarf.payouts.api;

import java.util.ArrayList;
import java.util.List;

/** Faults of form come before unknown ids; each kind is complete, under the code of its first fault. */
public final class GatheredFaults {
    private static final int UNKNOWN = 404;

    private record Fault(ApiCode code, WrongField field) {}

    private final List<Fault> wrong = new ArrayList<>();
    private final List<Fault> unknown = new ArrayList<>();

    public void add(ApiCode code, WrongField field) {
        kind(code).add(new Fault(code, field));
    }

    /** Skips a repetition of the last fault: a fault of the whole body occurs with each entry. */
    public void addOnce(ApiCode code, WrongField field) {
        var kind = kind(code);
        if (kind.isEmpty() || !kind.get(kind.size() - 1).field().equals(field)) {
            add(code, field);
        }
    }

    public void raise() {
        raise(wrong);
        raise(unknown);
    }

    private List<Fault> kind(ApiCode code) {
        return code.status() == UNKNOWN ? unknown : wrong;
    }

    private static void raise(List<Fault> faults) {
        if (!faults.isEmpty()) {
            ApiFault.raise(
                    faults.get(0).code(), faults.stream().map(Fault::field).toList());
        }
    }
}
