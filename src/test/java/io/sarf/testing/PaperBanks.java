package io.sarf.testing;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the product know the banks of a test; none for as long as no test opens one. */
@ApplicationScoped
public class PaperBanks implements BankAdapter {
    private final List<Bank> open = new CopyOnWriteArrayList<>();

    public <B extends Bank> B open(B bank) {
        open.add(bank);
        return bank;
    }

    @Override
    public List<Bank> banks() {
        return List.copyOf(open);
    }
}
