// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory whose power can be cut. It keeps two states: what programs see, and what has reached the platter. A write reaches the
 * platter when its file is forced; creating, renaming and deleting reach it when the file concerned is forced (as ext4, XFS and NTFS do), or
 * never before the cut. At the cut the chosen {@link Loss} decides, change by change, which of those still on the way arrive. A write into
 * the middle of another one that is still on the way does not arrive without it: that would tear the other one. Derby writes the head of a
 * container into its first page like that. The survivors are taken at that moment; the disk itself works on, so that the engine on it can
 * be shut down and forgotten.
 */
final class PowerLossDisk {

    /** What a disk writes whole or not at all. */
    private static final int SECTOR = 512;

    /** What happens at the cut to changes that were not forced. */
    enum Loss {
        /** All arrive, as when a process is killed. */
        NOTHING,
        /** None arrives. */
        EVERYTHING,
        /** One in five arrives, in no order. */
        MOST,
        /** Four in five arrive, in no order. */
        SOME,
        /** Files arrive as if they had been written in another order: all that is new in the one, nothing in the other. */
        REORDERED,
        /** Contents arrive; what was created, renamed and deleted does not. */
        NAMES,
        /** One in two arrives, and of some only some sectors. */
        TORN
    }

    private final Map<String, Node> names = new TreeMap<>();
    private final Map<String, Node> durableNames = new TreeMap<>();
    private final List<NameChange> pendingNames = new ArrayList<>();
    private final Random random;
    private final Loss loss;
    private long untilCut = Long.MAX_VALUE;
    private Map<String, byte[]> survivors;
    private boolean rootMade;
    private String label = "";

    /**
     * @param image  the files on the platter at first, by name
     * @param loss   what the cut does
     * @param random decides on each change
     */
    PowerLossDisk(final Map<String, byte[]> image, final Loss loss, final Random random) {
        this.loss = loss;
        this.random = random;
        image.forEach((name, content) -> {
            final Node node = content == null ? new Node(true) : new Node(false);
            if (content != null) {
                node.current = new Content(content.clone(), content.length);
                node.durable = new Content(content.clone(), content.length);
            }
            names.put(name, node);
            durableNames.put(name, node);
        });
    }

    /**
     * @param operations after how many further changes the power is cut
     */
    synchronized void cutAfter(final long operations) {
        untilCut = operations;
    }

    /**
     * @param name what the disk is called
     */
    synchronized void label(final String name) {
        label = name;
    }

    /**
     * @return what the disk is called
     */
    synchronized String label() {
        return label;
    }

    /**
     * @return whether the power was cut
     */
    synchronized boolean isCut() {
        return survivors != null;
    }

    /**
     * Cuts the power now where it is not cut yet.
     *
     * @return what is on the platter; the value of a folder is null
     */
    synchronized Map<String, byte[]> survivors() {
        if (survivors == null) {
            cut();
        }
        return survivors;
    }

    /**
     * @return what programs see, as an orderly shutdown leaves it
     */
    synchronized Map<String, byte[]> contents() {
        final Map<String, byte[]> result = new TreeMap<>();
        names.forEach((name, node) -> result.put(name, node.folder ? null : Arrays.copyOf(node.current.bytes, node.current.length)));
        return result;
    }

    /**
     * Writes files to a real folder.
     *
     * @param files  by name; the value of a folder is null
     * @param folder the folder; must not exist
     */
    static void materialise(final Map<String, byte[]> files, final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final var file : files.entrySet()) {
            final Path path = folder.resolve(file.getKey());
            if (file.getValue() == null) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    /**
     * Reads files back from a real folder.
     *
     * @param folder the folder
     * @return by name; the value of a folder is null
     */
    static Map<String, byte[]> read(final Path folder) throws IOException {
        final List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.filter(path -> !path.equals(folder)).toList();
        }
        final Map<String, byte[]> files = new TreeMap<>();
        for (final Path path : paths) {
            files.put(folder.relativize(path).toString().replace('\\', '/'), Files.isDirectory(path) ? null : Files.readAllBytes(path));
        }
        return files;
    }

    synchronized boolean exists(final String name) {
        return name.isEmpty() ? rootMade || !names.isEmpty() : names.containsKey(name);
    }

    synchronized boolean isFolder(final String name) {
        return name.isEmpty() ? exists(name) : names.containsKey(name) && names.get(name).folder;
    }

    synchronized List<String> children(final String folder) {
        final String prefix = folder.isEmpty() ? "" : folder + '/';
        return names.keySet().stream().filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(name -> name.substring(prefix.length())).filter(name -> name.indexOf('/') < 0).toList();
    }

    synchronized boolean createFolder(final String name) {
        if (name.isEmpty()) {
            final boolean made = !exists(name);
            rootMade = true;
            return made;
        }
        if (exists(name) || !isFolder(parent(name))) {
            return false;
        }
        add(name, new Node(true));
        return true;
    }

    synchronized Node createFile(final String name) {
        if (exists(name) || !isFolder(parent(name))) {
            return null;
        }
        final Node node = new Node(false);
        add(name, node);
        return node;
    }

    synchronized Node file(final String name) {
        final Node node = names.get(name);
        return node == null || node.folder ? null : node;
    }

    synchronized boolean delete(final String name) {
        final Node node = names.get(name);
        if (node == null || node.folder && !children(name).isEmpty()) {
            return false;
        }
        names.remove(name);
        change(new NameChange(name, node, null));
        return true;
    }

    synchronized boolean rename(final String from, final String to) {
        final Node node = names.get(from);
        if (node == null || exists(to)) {
            return false;
        }
        final String prefix = from + '/';
        for (final String name : List.copyOf(names.keySet())) {
            if (name.equals(from) || name.startsWith(prefix)) {
                final String renamed = to + name.substring(from.length());
                names.put(renamed, names.remove(name));
                change(new NameChange(name, names.get(renamed), renamed));
            }
        }
        return true;
    }

    synchronized void write(final Node node, final long position, final byte[] bytes, final int offset, final int length, final boolean through) {
        if (length == 0) {
            return;
        }
        final var write = new Change(position, Arrays.copyOfRange(bytes, offset, offset + length), -1, node.around(position, length));
        write.applyTo(node.current);
        node.pending.add(write);
        step();
        if (through && node.pending.remove(write)) {
            write.applyTo(node.durable);
            settleName(node);
        }
    }

    synchronized void setLength(final Node node, final long length) {
        final var change = new Change(0, null, length, null);
        change.applyTo(node.current);
        node.pending.add(change);
        step();
    }

    synchronized void force(final Node node) {
        step();
        node.pending.forEach(change -> change.applyTo(node.durable));
        node.pending.clear();
        settleName(node);
    }

    synchronized int read(final Node node, final long position, final byte[] bytes, final int offset, final int length) {
        if (length == 0) {
            return 0;
        }
        if (position >= node.current.length) {
            return -1;
        }
        final int count = (int) Math.min(length, node.current.length - position);
        System.arraycopy(node.current.bytes, (int) position, bytes, offset, count);
        return count;
    }

    synchronized long length(final Node node) {
        return node.current.length;
    }

    private void add(final String name, final Node node) {
        names.put(name, node);
        change(new NameChange(null, node, name));
    }

    private void change(final NameChange change) {
        pendingNames.add(change);
        step();
    }

    /** Forcing a file makes its name and those of its folders durable. */
    private void settleName(final Node node) {
        for (final NameChange change : List.copyOf(pendingNames)) {
            if (change.node == node) {
                change.applyTo(durableNames);
                pendingNames.remove(change);
                if (change.to != null) {
                    settleFolders(parent(change.to));
                }
            }
        }
    }

    private void settleFolders(final String folder) {
        if (!folder.isEmpty() && names.containsKey(folder)) {
            durableNames.putIfAbsent(folder, names.get(folder));
            pendingNames.removeIf(change -> change.node == names.get(folder) && folder.equals(change.to));
            settleFolders(parent(folder));
        }
    }

    private void step() {
        if (--untilCut == 0) {
            cut();
        }
    }

    private void cut() {
        final Map<String, Node> arrived = new TreeMap<>(durableNames);
        for (final NameChange change : pendingNames) {
            if (loss != Loss.NAMES && arrives(change.node)) {
                change.applyTo(arrived);
            }
        }
        final Map<String, byte[]> result = new TreeMap<>();
        arrived.forEach((name, node) -> {
            if (parentsIn(arrived, name)) {
                result.put(name, node.folder ? null : platter(node));
            }
        });
        survivors = result;
    }

    private byte[] platter(final Node node) {
        final Content platter = node.durable.copy();
        final Set<Change> lost = Collections.newSetFromMap(new IdentityHashMap<>());
        for (final Change change : node.pending) {
            if (arrives(node) && !lost.contains(change.around)) {
                change.applyTo(platter);
                continue;
            }
            lost.add(change);
            if (loss == Loss.TORN && change.bytes != null && random.nextBoolean()) {
                change.sectors(SECTOR).stream().filter(sector -> random.nextBoolean()).forEach(sector -> sector.applyTo(platter));
            }
        }
        return Arrays.copyOf(platter.bytes, platter.length);
    }

    private boolean arrives(final Node node) {
        return switch (loss) {
            case NOTHING, NAMES -> true;
            case EVERYTHING -> false;
            case MOST -> random.nextInt(5) == 0;
            case SOME -> random.nextInt(5) != 0;
            case REORDERED -> node.arrives(random);
            case TORN -> random.nextBoolean();
        };
    }

    private static boolean parentsIn(final Map<String, Node> names, final String name) {
        final String parent = parent(name);
        return parent.isEmpty() || names.containsKey(parent) && names.get(parent).folder && parentsIn(names, parent);
    }

    static String parent(final String name) {
        final int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /** A file or folder, whatever its name. */
    static final class Node {

        private final boolean folder;
        private final List<Change> pending = new ArrayList<>();
        private Content current = new Content(new byte[0], 0);
        private Content durable = new Content(new byte[0], 0);
        private Boolean arriving;

        private Node(final boolean folder) {
            this.folder = folder;
        }

        /** The last write on its way that reaches beyond a range; null where none does. */
        private Change around(final long position, final int length) {
            for (final Change change : pending.reversed()) {
                if (change.bytes != null && change.position <= position && change.position + change.bytes.length >= position + length
                        && change.bytes.length > length) {
                    return change;
                }
            }
            return null;
        }

        private boolean arrives(final Random random) {
            if (arriving == null) {
                arriving = random.nextBoolean();
            }
            return arriving;
        }
    }

    private static final class Content {

        private byte[] bytes;
        private int length;

        private Content(final byte[] bytes, final int length) {
            this.bytes = bytes;
            this.length = length;
        }

        private void ensure(final int wanted) {
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
            }
        }

        private Content copy() {
            return new Content(Arrays.copyOf(bytes, length), length);
        }
    }

    /** Bytes written, perhaps into the middle of other ones on their way ({@code around}), or, where there are none, a new length. */
    private record Change(long position, byte[] bytes, long newLength, Change around) {

        private List<Change> sectors(final int size) {
            final List<Change> sectors = new ArrayList<>();
            for (int at = 0, next; at < bytes.length; at = next) {
                next = (int) Math.min(bytes.length, (position + at) / size * size + size - position);
                sectors.add(new Change(position + at, Arrays.copyOfRange(bytes, at, next), -1, null));
            }
            return sectors;
        }

        private void applyTo(final Content content) {
            if (bytes == null) {
                content.ensure((int) newLength);
                if (newLength < content.length) {
                    Arrays.fill(content.bytes, (int) newLength, content.length, (byte) 0);
                }
                content.length = (int) newLength;
                return;
            }
            final int end = (int) position + bytes.length;
            content.ensure(end);
            System.arraycopy(bytes, 0, content.bytes, (int) position, bytes.length);
            content.length = Math.max(content.length, end);
        }
    }

    /** A name given (no {@code from}), taken away (no {@code to}) or changed. */
    private record NameChange(String from, Node node, String to) {

        private void applyTo(final Map<String, Node> names) {
            if (from != null) {
                names.remove(from, node);
            }
            if (to != null) {
                names.put(to, node);
            }
        }
    }
}
