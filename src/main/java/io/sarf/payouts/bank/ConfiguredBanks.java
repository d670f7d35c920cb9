package io.sarf.payouts.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;

@ApplicationScoped
class ConfiguredBanks implements Banks {
    private final Instance<BankAdapter> adapters;

    ConfiguredBanks(@Any Instance<BankAdapter> adapters) {
        this.adapters = adapters;
    }

    @Override
    public List<Bank> all() {
        return adapters.stream().flatMap(adapter -> adapter.banks().stream()).toList();
    }
}
