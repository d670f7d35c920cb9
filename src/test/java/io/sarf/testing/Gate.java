package io.sarf.testing;

import java.util.concurrent.CountDownLatch;

/** A place where one thread stands still until another one, which knows that it is there, lets it go on. */
public final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Stands here until the gate is opened. */
    public void pass() {
        reached.countDown();
        await(opened, "opened");
    }

    /** Returns once somebody stands at the gate. */
    public void awaitArrival() {
        await(reached, "reached");
    }

    public void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch, String what) {
        Eventually.holds("gate that is " + what, () -> latch.getCount() == 0);
    }
}
