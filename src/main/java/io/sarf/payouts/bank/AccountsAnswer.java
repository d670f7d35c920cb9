package io.sarf.payouts.bank;

import java.util.List;

public sealed interface AccountsAnswer {
    record Accounts(List<BankAccount> accounts) implements AccountsAnswer {}

    record CredentialsExpired() implements AccountsAnswer {}

    record Unknown() implements AccountsAnswer {}
}
