package io.sarf.payouts.dispatch;

import io.quarkus.arc.Arc;
import io.sarf.development.Patience;
import io.sarf.payouts.dispatch.Chance.Fault;
import io.sarf.testing.Killed;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process with one thing to do, or a person's request. One of them moves at a time. Where chance has it die, its thread
 * stops for ever in the middle of what it does: nothing is unwound, no handler runs, and its database connection is cut by
 * somebody else.
 */
final class Actor {
    enum State {
        MOVING,
        STANDING,
        DEAD,
        DONE
    }

    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();
    private static final Queue<Actor> DEAD = new ConcurrentLinkedQueue<>();
    private static final Duration LOOK = Patience.STEP;

    private final String name;
    private final Chance chance;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.MOVING;
    private @Nullable Throwable thrown;
    private long connection;

    private Actor(String name, Chance chance) {
        this.name = name;
        this.chance = chance;
    }

    static @Nullable Actor current() {
        return CURRENT.get();
    }

    /** Lets somebody begin, and returns when they are done, dead, or stand still. */
    static Actor begin(String name, Chance chance, Runnable work) {
        var actor = new Actor(name, chance);
        var thread = new Thread(() -> actor.live(work), "actor " + name);
        thread.setDaemon(true);
        thread.start();
        actor.await();
        return actor;
    }

    private void live(Runnable work) {
        CURRENT.set(this);
        var context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } catch (Throwable e) {
            thrown = e;
        }
        context.terminate();
        to(State.DONE);
    }

    /** Goes on where it stood. */
    void goOn() {
        to(State.MOVING);
        await();
    }

    /** Reaches a point; what happens there to a call that is about to be made is the caller's to do. */
    Fault at(String point, List<Fault> possible, LongSupplier connectionInUse) {
        var fault = chance.at(point, possible);
        if (fault == Fault.KILLED) {
            connection = connectionInUse.getAsLong();
            die();
        }
        if (fault == Fault.STOOD_STILL) {
            stand();
        }
        return fault;
    }

    private void die() {
        lock.lock();
        try {
            DEAD.add(this);
            state = State.DEAD;
            changed.signalAll();
            while (state == State.DEAD) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        throw new Killed();
    }

    /** When everything was looked at: the threads of the dead end, so that the program they were in can. */
    static void bury() {
        for (var dead = DEAD.poll(); dead != null; dead = DEAD.poll()) {
            dead.goOn();
        }
    }

    private void stand() {
        lock.lock();
        try {
            state = State.STANDING;
            changed.signalAll();
            while (state == State.STANDING) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void to(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        var patience = new Patience(Duration.ofSeconds(60), Duration.ofMinutes(15));
        lock.lock();
        try {
            while (state == State.MOVING) {
                if (!changed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && patience.isOver(state)) {
                    throw new AssertionError(name + " hangs " + patience.reason());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            lock.unlock();
        }
    }

    String name() {
        return name;
    }

    State state() {
        return state;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** The database's number of the connection it held when it died; 0 when it held none. */
    long connection() {
        return connection;
    }
}
