// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import org.apache.derby.io.StorageRandomAccessFile;

/** An open file of a {@link PowerLossDisk}. */
final class PowerLossAccess extends FileAccess {

    private final PowerLossDisk disk;
    private final PowerLossDisk.Node node;
    private final boolean through;

    /**
     * @param disk    the disk
     * @param node    the file
     * @param through whether each write reaches the platter before it returns
     */
    PowerLossAccess(final PowerLossDisk disk, final PowerLossDisk.Node node, final boolean through) {
        this.disk = disk;
        this.node = node;
        this.through = through;
    }

    @Override
    protected void write(final long at, final byte[] bytes, final int offset, final int length) {
        disk.write(node, at, bytes, offset, length, through);
    }

    @Override
    protected int read(final long at, final byte[] bytes, final int offset, final int length) {
        return disk.read(node, at, bytes, offset, length);
    }

    @Override
    public void close() {
        // forces nothing, as real files do
    }

    @Override
    public StorageRandomAccessFile clone() {
        return new PowerLossAccess(disk, node, through);
    }

    @Override
    public long length() {
        return disk.length(node);
    }

    @Override
    public void setLength(final long newLength) {
        disk.setLength(node, newLength);
    }

    @Override
    public void sync() {
        disk.force(node);
    }
}
