package io.sarf.payouts.source;

import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.BankProfile;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Bank")
record BankView(
        String identifier,
        String name,
        String arabicName,
        String commercialName,
        String commercialNameArabic,
        String logo,
        String logoAlt,
        String mainColor,
        String backgroundColor,
        String theme,
        String countryCode,
        String swiftCode,
        boolean active,
        boolean mock,
        BankProfile.Type bankType,
        AccountType accountType,
        List<String> traits,
        List<String> supportedAccountTypes,
        List<String> supportedAccountSubTypes,
        ConnectionType connectionType,
        List<BankProfile.TransferLimit> transferLimits,
        List<BankProfile.TransferLimit> internationalTransferLimits,
        List<String> internationalDestinations,
        BankSwitches.Availability availability) {

    @Schema(name = "BankAccountType")
    enum AccountType {
        PERSONAL,
        BUSINESS
    }

    /** How a bank is connected; here always directly. */
    @Schema(name = "BankConnectionType")
    enum ConnectionType {
        REVERSE_ENGINEERED,
        OPEN_BANKING,
        DIRECT_CONNECTION
    }

    static BankView of(BankProfile bank, boolean on) {
        return new BankView(
                bank.identifier(),
                bank.name(),
                bank.arabicName(),
                bank.name(),
                bank.arabicName(),
                bank.logo(),
                bank.logo(),
                bank.mainColor(),
                bank.backgroundColor(),
                "light",
                bank.country(),
                bank.swiftCode(),
                bank.active(),
                bank.mock(),
                bank.type(),
                bank.type() == BankProfile.Type.SME ? AccountType.BUSINESS : AccountType.PERSONAL,
                List.of(),
                List.of("CURRENT"),
                List.of(),
                ConnectionType.DIRECT_CONNECTION,
                bank.transferLimits(),
                List.of(),
                List.of(),
                BankSwitches.Availability.of(bank, on));
    }
}
