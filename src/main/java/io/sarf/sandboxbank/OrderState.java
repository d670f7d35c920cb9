package io.sarf.sandboxbank;

/** Where an order stands. Once it leaves QUEUED without being taken, it stays there. */
enum OrderState {
    QUEUED,
    PENDING,
    ACCEPTED,
    PROCESSED,
    REFUSED,
    REFUSED_BY_APPROVER,
    TAKEN_BACK,
    REJECTED
}
