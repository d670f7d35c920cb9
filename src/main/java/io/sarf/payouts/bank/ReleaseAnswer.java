package io.sarf.payouts.bank;

/** What comes of giving credentials back to their owner; asking again changes nothing. */
public sealed interface ReleaseAnswer {
    record Released() implements ReleaseAnswer {}

    record Unknown() implements ReleaseAnswer {}
}
