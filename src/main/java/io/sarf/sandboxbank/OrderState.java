package io.sarf.sandboxbank;

/** An order that leaves QUEUED without being accepted never changes again. */
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
