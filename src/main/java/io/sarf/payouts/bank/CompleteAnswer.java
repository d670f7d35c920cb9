package io.sarf.payouts.bank;

import java.util.Map;

public sealed interface CompleteAnswer {
    record Done(Map<OurReference, AuthorizationResult> results) implements CompleteAnswer {}

    record WrongOtp(int attemptsLeft) implements CompleteAnswer {}

    /** Too many wrong codes, or too late: the challenge is closed and nothing was authorized by it. */
    record Closed(ReasonCode code) implements CompleteAnswer {}

    record Unknown() implements CompleteAnswer {}
}
