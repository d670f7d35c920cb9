package io.sarf.payouts.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the entries of a body. Faults of shape come before ids that are unknown; each kind is told whole, under
 * the code of its first one.
 */
public final class GatheredFaults {
    private static final int UNKNOWN = 404;

    private record Fault(ApiCode code, WrongField field) {}

    private final List<Fault> wrong = new ArrayList<>();
    private final List<Fault> unknown = new ArrayList<>();

    public void add(ApiCode code, WrongField field) {
        kind(code).add(new Fault(code, field));
    }

    /** The same, unless it is what was said last: a fault of the whole body comes up with each of its entries. */
    public void addOnce(ApiCode code, WrongField field) {
        var kind = kind(code);
        if (kind.isEmpty() || !kind.get(kind.size() - 1).field().equals(field)) {
            add(code, field);
        }
    }

    /** @throws ApiFault when there are any */
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
