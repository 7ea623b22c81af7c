// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.derby.io.StorageFile;
import org.apache.derby.io.StorageRandomAccessFile;

/** A name on a {@link PowerLossDisk}. */
final class PowerLossFile implements StorageFile {

    private final PowerLossDisk disk;
    private final String path;

    PowerLossFile(final PowerLossDisk disk, final String path) {
        this.disk = disk;
        this.path = path;
    }

    @Override
    public String[] list() {
        return disk.isFolder(path) ? disk.children(path).toArray(String[]::new) : null;
    }

    @Override
    public boolean canWrite() {
        return exists();
    }

    @Override
    public boolean exists() {
        return disk.exists(path);
    }

    @Override
    public boolean isDirectory() {
        return disk.isFolder(path);
    }

    @Override
    public boolean delete() {
        return disk.delete(path);
    }

    @Override
    public boolean deleteAll() {
        if (isDirectory()) {
            for (final String child : disk.children(path)) {
                new PowerLossFile(disk, path.isEmpty() ? child : path + '/' + child).deleteAll();
            }
        }
        return delete();
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public String getCanonicalPath() {
        return path.isEmpty() ? disk.label() : disk.label() + '/' + path;
    }

    @Override
    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean createNewFile() {
        return disk.createFile(path) != null;
    }

    @Override
    public boolean renameTo(final StorageFile newName) {
        return disk.rename(path, newName.getPath());
    }

    @Override
    public boolean mkdir() {
        return disk.createFolder(path);
    }

    @Override
    public boolean mkdirs() {
        if (!path.isEmpty() && !exists()) {
            new PowerLossFile(disk, PowerLossDisk.parent(path)).mkdirs();
        }
        return mkdir();
    }

    @Override
    public StorageFile getParentDir() {
        return path.isEmpty() ? null : new PowerLossFile(disk, PowerLossDisk.parent(path));
    }

    @Override
    public boolean setReadOnly() {
        return true;
    }

    @Override
    public OutputStream getOutputStream() throws FileNotFoundException {
        return getOutputStream(false);
    }

    @Override
    public OutputStream getOutputStream(final boolean append) throws FileNotFoundException {
        final PowerLossDisk.Node node = openOrCreate();
        if (!append) {
            disk.setLength(node, 0);
        }
        return new Output(disk, node);
    }

    @Override
    public InputStream getInputStream() throws FileNotFoundException {
        return new Input(disk, existing(), 0);
    }

    @Override
    public int getExclusiveFileLock() {
        return EXCLUSIVE_FILE_LOCK;
    }

    @Override
    public void releaseExclusiveFileLock() {
        // nobody else has this disk
    }

    @Override
    public StorageRandomAccessFile getRandomAccessFile(final String mode) throws FileNotFoundException {
        return new PowerLossAccess(disk, "r".equals(mode) ? existing() : openOrCreate(), !"r".equals(mode) && !"rw".equals(mode));
    }

    @Override
    public void limitAccessToOwner() {
        // nobody else has this disk
    }

    private PowerLossDisk.Node existing() throws FileNotFoundException {
        final PowerLossDisk.Node node = disk.file(path);
        if (node == null) {
            throw new FileNotFoundException(path);
        }
        return node;
    }

    private PowerLossDisk.Node openOrCreate() throws FileNotFoundException {
        final PowerLossDisk.Node node = disk.file(path);
        if (node != null) {
            return node;
        }
        final PowerLossDisk.Node created = disk.createFile(path);
        if (created == null) {
            throw new FileNotFoundException(path);
        }
        return created;
    }

    /** Appends to a file. */
    static final class Output extends OutputStream {

        private final PowerLossDisk disk;
        private final PowerLossDisk.Node node;

        private Output(final PowerLossDisk disk, final PowerLossDisk.Node node) {
            this.disk = disk;
            this.node = node;
        }

        @Override
        public void write(final int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) {
            disk.write(node, disk.length(node), bytes, offset, length, false);
        }

        void force() {
            disk.force(node);
        }
    }

    /** Reads a file from a position on. */
    static final class Input extends InputStream {

        private final PowerLossDisk disk;
        private final PowerLossDisk.Node node;
        private long position;

        Input(final PowerLossDisk disk, final PowerLossDisk.Node node, final long position) {
            this.disk = disk;
            this.node = node;
            this.position = position;
        }

        @Override
        public int read() {
            final byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(final byte[] bytes, final int offset, final int length) {
            final int count = disk.read(node, position, bytes, offset, length);
            position += Math.max(count, 0);
            return count;
        }
    }
}
