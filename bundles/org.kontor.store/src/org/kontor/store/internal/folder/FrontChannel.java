// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.kontor.store.database.TemporaryFolder;

/**
 * How a second start asks the program that has a store open to show its window: a Unix domain socket in a private folder, or the loopback
 * interface where there are none, with a random word that only {@code owner.properties} tells. One short line each way.
 *
 * @since 0.1
 */
public final class FrontChannel implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FrontChannel.class.getName());
    private static final String REQUEST = "kontor-1 front ";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String UNIX = "unix";
    private static final String LOOPBACK = "loopback";
    private static final int LONGEST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServerSocketChannel server;
    private final Optional<TemporaryFolder> folder;
    private final String word;
    private final String address;
    private final BooleanSupplier bringToFront;

    private FrontChannel(final ServerSocketChannel server, final Optional<TemporaryFolder> folder, final String place, final BooleanSupplier bringToFront) {
        this.server = server;
        this.folder = folder;
        this.word = randomWord();
        this.address = place + ' ' + word;
        this.bringToFront = bringToFront;
    }

    /**
     * Starts to listen in a daemon thread.
     *
     * @param bringToFront shows the window; called from that thread; answers whether there is one
     * @return the channel; its {@link #address()} goes to {@link StoreLock#publish}
     * @throws IOException where neither kind of socket can be had; the store works without
     */
    public static FrontChannel listen(final BooleanSupplier bringToFront) throws IOException {
        final Optional<FrontChannel> unix = openUnix(bringToFront);
        final FrontChannel channel = unix.isPresent() ? unix.get() : openLoopback(bringToFront);
        final Thread thread = new Thread(channel::serve, "kontor-front-channel");
        thread.setDaemon(true);
        thread.start();
        return channel;
    }

    /**
     * @return where the channel is and its word; a secret of this computer's user
     */
    public String address() {
        return address;
    }

    /**
     * Asks the owner of a store to show its window. Takes at most a few seconds.
     *
     * @param owner who has the store open
     * @return whether it did; false where it cannot be reached, has no window, or is on another computer
     */
    public static boolean bringToFront(final StoreOwner owner) {
        if (owner.channel().isEmpty() || !owner.isHere()) {
            return false;
        }
        final String[] parts = owner.channel().get().split(" ", 3);
        if (parts.length != 3) {
            return false;
        }
        try {
            return DONE.equals(ask(parts[0], parts[1], parts[2]));
        } catch (IOException | IllegalArgumentException gone) {
            LOG.log(Level.DEBUG, "the owner does not answer", gone);
            return false;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "closing the front channel", failure);
        }
        folder.ifPresent(TemporaryFolder::close);
    }

    private static Optional<FrontChannel> openUnix(final BooleanSupplier bringToFront) throws IOException {
        final ServerSocketChannel server;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (UnsupportedOperationException without) {
            return Optional.empty();
        }
        final TemporaryFolder folder = TemporaryFolder.create("front");
        final Path socket = folder.path().resolve("s");
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            return Optional.of(new FrontChannel(server, Optional.of(folder), UNIX + ' ' + HexFormat.of().formatHex(bytes(socket)), bringToFront));
        } catch (IOException tooLongOrRefused) {
            LOG.log(Level.DEBUG, "no Unix domain socket", tooLongOrRefused);
            server.close();
            folder.close();
            return Optional.empty();
        }
    }

    private static FrontChannel openLoopback(final BooleanSupplier bringToFront) throws IOException {
        final ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        final int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new FrontChannel(server, Optional.empty(), LOOPBACK + ' ' + port, bringToFront);
    }

    private void serve() {
        try {
            while (server.isOpen()) {
                answer(server.accept());
            }
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "the front channel ended", closed);
        }
    }

    private void answer(final SocketChannel accepted) {
        try (SocketChannel caller = accepted) {
            final String request = readLine(caller);
            writeLine(caller, isGenuine(request) && bringToFront.getAsBoolean() ? DONE : REFUSED);
        } catch (IOException callerGone) {
            LOG.log(Level.DEBUG, "front channel", callerGone);
        }
    }

    private boolean isGenuine(final String request) {
        return MessageDigest.isEqual(request.getBytes(StandardCharsets.UTF_8), (REQUEST + word).getBytes(StandardCharsets.UTF_8));
    }

    private static String ask(final String kind, final String place, final String word) throws IOException {
        final SocketAddress target = switch (kind) {
            case UNIX -> UnixDomainSocketAddress.of(new String(HexFormat.of().parseHex(place), StandardCharsets.UTF_8));
            case LOOPBACK -> new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(place));
            default -> throw new IOException("unknown channel " + kind);
        };
        final ProtocolFamily family = UNIX.equals(kind) ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (SocketChannel channel = UNIX.equals(kind) ? SocketChannel.open(family) : SocketChannel.open()) {
            channel.connect(target);
            writeLine(channel, REQUEST + word);
            return readLine(channel);
        }
    }

    private static void writeLine(final SocketChannel channel, final String line) throws IOException {
        channel.configureBlocking(true);
        final ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** At most {@link #LONGEST} bytes and {@link #PATIENCE}, so that a silent or talkative caller blocks nobody. */
    private static String readLine(final SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        final ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (bytes.hasRemaining()) {
                final long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || selector.select(left) == 0) {
                    throw new IOException("no answer in time");
                }
                selector.selectedKeys().clear();
                if (channel.read(bytes) < 0) {
                    throw new IOException("broken off");
                }
                if (bytes.get(bytes.position() - 1) == '\n') {
                    return new String(bytes.array(), 0, bytes.position() - 1, StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("line too long");
    }

    private static String randomWord() {
        final byte[] word = new byte[16];
        new SecureRandom().nextBytes(word);
        return HexFormat.of().formatHex(word);
    }

    private static byte[] bytes(final Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8);
    }
}
