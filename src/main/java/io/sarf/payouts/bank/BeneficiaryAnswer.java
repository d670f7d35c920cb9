package io.sarf.payouts.bank;

import java.time.Instant;

public sealed interface BeneficiaryAnswer extends BankAnswer {
    record Active(String bankId, NameCheck nameCheck) implements BeneficiaryAnswer {}

    record CoolOff(String bankId, Instant until, NameCheck nameCheck) implements BeneficiaryAnswer {}

    record Refused(ReasonCode code, String message) implements BeneficiaryAnswer {
        @Override
        public boolean credentialsExpired() {
            return code == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
        }
    }

    record Unknown() implements BeneficiaryAnswer {
        @Override
        public boolean silent() {
            return true;
        }
    }
}
