package io.sarf.payouts.bank;

import java.util.List;

public sealed interface AccountsAnswer extends BankAnswer {
    record Accounts(List<BankAccount> accounts) implements AccountsAnswer {}

    record CredentialsExpired() implements AccountsAnswer {
        @Override
        public boolean credentialsExpired() {
            return true;
        }
    }

    record Unknown() implements AccountsAnswer {}
}
