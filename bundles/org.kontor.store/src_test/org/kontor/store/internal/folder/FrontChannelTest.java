// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontChannelTest {

    @TempDir
    Path home;
    private final AtomicInteger shown = new AtomicInteger();

    @Test
    void aSecondStartBringsTheWindowToTheFront() throws IOException {
        final StoreFolder folder = Stores.create(home.resolve("store"), false);
        try (StoreLock lock = StoreLock.acquire(folder, "Kontor"); FrontChannel channel = FrontChannel.listen(this::show)) {
            assertFalse(FrontChannel.bringToFront(StoreOwner.of(folder).orElseThrow()), "nothing is published yet");
            lock.publish(channel.address());
            assertTrue(FrontChannel.bringToFront(StoreOwner.of(folder).orElseThrow()));
            assertTrue(FrontChannel.bringToFront(StoreOwner.of(folder).orElseThrow()));
            assertEquals(2, shown.get());
        }
    }

    @Test
    void aProgramWithoutAWindowSaysSo() throws IOException {
        try (FrontChannel channel = FrontChannel.listen(() -> false)) {
            assertFalse(FrontChannel.bringToFront(owner(channel.address())));
        }
    }

    @Test
    void whoDoesNotKnowTheWordIsRefused() throws IOException {
        try (FrontChannel channel = FrontChannel.listen(this::show)) {
            final String address = channel.address();
            final char last = address.charAt(address.length() - 1);
            assertFalse(FrontChannel.bringToFront(owner(address.substring(0, address.length() - 1) + (last == '0' ? '1' : '0'))));
            assertFalse(FrontChannel.bringToFront(owner(address.substring(0, address.lastIndexOf(' ')) + " ")));
            assertEquals(0, shown.get());
            assertTrue(FrontChannel.bringToFront(owner(address)));
        }
    }

    @Test
    void malformedAddressesReachNobody() {
        for (final String address : new String[] {"", "unix", "unix zz word", "loopback 99999999 word", "loopback x word", "carrier pigeon word"}) {
            assertFalse(FrontChannel.bringToFront(owner(address)), address);
        }
    }

    @Test
    void talkativeAndBrokenCallersDoNoHarm() throws IOException {
        try (FrontChannel channel = FrontChannel.listen(this::show)) {
            final String[] parts = channel.address().split(" ");
            assertEquals("unix", parts[0], "the systems that tests run on have Unix domain sockets");
            final var place = UnixDomainSocketAddress.of(new String(HexFormat.of().parseHex(parts[1]), StandardCharsets.UTF_8));
            for (final byte[] noise : new byte[][] {new byte[0], new byte[1_000], "\n\n\n".getBytes(StandardCharsets.US_ASCII)}) {
                try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    caller.connect(place);
                    caller.write(ByteBuffer.wrap(noise));
                }
            }
            assertTrue(FrontChannel.bringToFront(owner(channel.address())));
            assertEquals(1, shown.get());
        }
    }

    @Test
    void afterClosingNobodyAnswersAndNothingIsLeft() throws IOException {
        final FrontChannel channel = FrontChannel.listen(this::show);
        final Path socket = Path.of(new String(HexFormat.of().parseHex(channel.address().split(" ")[1]), StandardCharsets.UTF_8));
        assertTrue(Files.exists(socket));
        channel.close();
        assertFalse(Files.exists(socket.getParent()));
        assertFalse(FrontChannel.bringToFront(owner(channel.address())));
    }

    @Test
    void anotherComputerIsNotAsked() throws IOException {
        try (FrontChannel channel = FrontChannel.listen(this::show)) {
            final var elsewhere = new StoreOwner("somebody", "elsewhere", 1, Instant.EPOCH, Instant.now(), "Kontor", Optional.of(channel.address()));
            assertFalse(FrontChannel.bringToFront(elsewhere));
            assertEquals(0, shown.get());
        }
    }

    private boolean show() {
        shown.incrementAndGet();
        return true;
    }

    private static StoreOwner owner(final String address) {
        return StoreOwner.me("Kontor", Instant.now()).reachableAt(address);
    }
}
