package org.keepreading.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Puts a server on this machine further away: what passes comes later, but no less of it. See bench/README.md. */
final class DelayingProxy {
    private static final int CONNECTIONS_WAITING = 1_000;
    /** On its way at a time, each way of a connection: more than passes in a round trip. */
    private static final int MOST_CHUNKS = 1_000;
    private static final int CHUNK = 64 * 1024;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int target;
    private final long roundTrip;

    private DelayingProxy(int target, long roundTrip) {
        this.target = target;
        this.roundTrip = roundTrip;
    }

    /** @param words PORT TARGET-PORT ROUND-TRIP-IN-MS */
    public static void main(String... words) throws IOException {
        var proxy = new DelayingProxy(Integer.parseInt(words[1]), Long.parseLong(words[2]) * 1_000_000);
        try (var door = new ServerSocket(Integer.parseInt(words[0]), CONNECTIONS_WAITING, InetAddress.getLoopbackAddress())) {
            System.out.println("listens");
            while (true) {
                var client = door.accept();
                proxy.threads.execute(() -> proxy.connect(client));
            }
        }
    }

    /** The client's handshake took no time with us: its connection reaches the server a round trip and a half later. */
    private void connect(Socket client) {
        try {
            sleepUntil(System.nanoTime() + roundTrip * 3 / 2);
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            forward(client, server);
            forward(server, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private void forward(Socket from, Socket to) {
        var onTheWay = new LinkedBlockingQueue<Chunk>(MOST_CHUNKS);
        threads.execute(() -> read(from, onTheWay));
        threads.execute(() -> write(onTheWay, from, to));
    }

    private void read(Socket from, LinkedBlockingQueue<Chunk> onTheWay) {
        try {
            var in = from.getInputStream();
            var buffer = new byte[CHUNK];
            for (var got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                onTheWay.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, got)), due()));
            }
            onTheWay.put(new Chunk(END, due()));
        } catch (IOException | InterruptedException e) {
            onTheWay.clear();
            onTheWay.add(new Chunk(END, due()));
        }
    }

    /** Whoever ends a conversation has read what it wanted to: both sides close then. */
    private static void write(LinkedBlockingQueue<Chunk> onTheWay, Socket from, Socket to) {
        try {
            var out = to.getOutputStream();
            for (var chunk = onTheWay.take(); chunk.bytes().hasRemaining(); chunk = onTheWay.take()) {
                sleepUntil(chunk.due());
                out.write(chunk.bytes().array());
            }
        } catch (IOException | InterruptedException e) {
            // the other side is gone
        } finally {
            close(from);
            close(to);
        }
    }

    private long due() {
        return System.nanoTime() + roundTrip / 2;
    }

    private static void sleepUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    /** @param due when it arrives, as {@link System#nanoTime()} counts */
    private record Chunk(ByteBuffer bytes, long due) {}
}
