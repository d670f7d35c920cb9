package io.sarf.payouts.bank;

/** @param reference ours; a second call with it returns the first answer */
public record NewBeneficiary(String reference, Creditor creditor) {}
