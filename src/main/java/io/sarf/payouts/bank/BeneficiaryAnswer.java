package io.sarf.payouts.bank;

import java.time.Instant;

public sealed interface BeneficiaryAnswer {
    record Active(String bankId, NameCheck nameCheck) implements BeneficiaryAnswer {}

    record CoolOff(String bankId, Instant until, NameCheck nameCheck) implements BeneficiaryAnswer {}

    record Refused(ReasonCode code, String message) implements BeneficiaryAnswer {}

    record Unknown() implements BeneficiaryAnswer {}
}
