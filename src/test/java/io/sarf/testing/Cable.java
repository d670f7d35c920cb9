package io.sarf.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server on this machine, for a test to cut and to mend. */
public final class Cable implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final NetServer end;
    private volatile boolean cut;

    public Cable(int port) {
        var client = vertx.createNetClient();
        end = vertx.createNetServer().connectHandler(near -> {
            near.pause();
            client.connect(port, "127.0.0.1").onComplete(reached -> {
                if (cut || reached.failed()) {
                    near.close();
                    return;
                }
                var far = reached.result();
                open.add(near);
                near.pipeTo(far);
                far.pipeTo(near);
            });
        });
        end.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    public int port() {
        return end.actualPort();
    }

    /** Nothing passes any more, and what was open is closed. */
    public void cut() {
        cut = true;
        open.forEach(NetSocket::close);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
