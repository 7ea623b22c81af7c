// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.derby.io.StorageRandomAccessFile;

/** An open file: the many ways of reading and writing that Derby's interface asks for, led back to one each. */
abstract class FileAccess implements StorageRandomAccessFile {

    private final DataInputStream in = new DataInputStream(new Reading());
    private final DataOutputStream out = new DataOutputStream(new Writing());
    private long position;

    /**
     * Writes at a position.
     *
     * @param at     the first byte to write
     * @param bytes  what
     * @param offset the first of them
     * @param length how many
     */
    protected abstract void write(long at, byte[] bytes, int offset, int length) throws IOException;

    /**
     * Reads at a position.
     *
     * @param at     the first byte to read
     * @param bytes  receives them
     * @param offset from here on
     * @param length at most how many
     * @return how many; -1 at the end
     */
    protected abstract int read(long at, byte[] bytes, int offset, int length) throws IOException;

    @Override
    public abstract StorageRandomAccessFile clone();

    @Override
    public final synchronized void write(final byte[] bytes, final int offset, final int length) throws IOException {
        write(position, bytes, offset, length);
        position += length;
    }

    @Override
    public final synchronized int read(final byte[] bytes, final int offset, final int length) throws IOException {
        final int count = read(position, bytes, offset, length);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public final synchronized long getFilePointer() {
        return position;
    }

    @Override
    public final synchronized void seek(final long newPosition) {
        position = newPosition;
    }

    @Override
    public final void write(final int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public final void write(final byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public final void readFully(final byte[] bytes) throws IOException {
        in.readFully(bytes);
    }

    @Override
    public final void readFully(final byte[] bytes, final int offset, final int length) throws IOException {
        in.readFully(bytes, offset, length);
    }

    @Override
    public final int skipBytes(final int count) throws IOException {
        return in.skipBytes(count);
    }

    @Override
    public final boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public final byte readByte() throws IOException {
        return in.readByte();
    }

    @Override
    public final int readUnsignedByte() throws IOException {
        return in.readUnsignedByte();
    }

    @Override
    public final short readShort() throws IOException {
        return in.readShort();
    }

    @Override
    public final int readUnsignedShort() throws IOException {
        return in.readUnsignedShort();
    }

    @Override
    public final char readChar() throws IOException {
        return in.readChar();
    }

    @Override
    public final int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public final long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public final float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public final double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public final String readLine() {
        throw new UnsupportedOperationException("neither pages nor logs hold lines");
    }

    @Override
    public final String readUTF() throws IOException {
        return in.readUTF();
    }

    @Override
    public final void writeBoolean(final boolean value) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    public final void writeByte(final int value) throws IOException {
        out.writeByte(value);
    }

    @Override
    public final void writeShort(final int value) throws IOException {
        out.writeShort(value);
    }

    @Override
    public final void writeChar(final int value) throws IOException {
        out.writeChar(value);
    }

    @Override
    public final void writeInt(final int value) throws IOException {
        out.writeInt(value);
    }

    @Override
    public final void writeLong(final long value) throws IOException {
        out.writeLong(value);
    }

    @Override
    public final void writeFloat(final float value) throws IOException {
        out.writeFloat(value);
    }

    @Override
    public final void writeDouble(final double value) throws IOException {
        out.writeDouble(value);
    }

    @Override
    public final void writeBytes(final String text) throws IOException {
        out.writeBytes(text);
    }

    @Override
    public final void writeChars(final String text) throws IOException {
        out.writeChars(text);
    }

    @Override
    public final void writeUTF(final String text) throws IOException {
        out.writeUTF(text);
    }

    private final class Reading extends InputStream {

        @Override
        public int read() throws IOException {
            final byte[] one = new byte[1];
            return FileAccess.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(final byte[] bytes, final int offset, final int length) throws IOException {
            return FileAccess.this.read(bytes, offset, length);
        }
    }

    private final class Writing extends OutputStream {

        @Override
        public void write(final int value) throws IOException {
            FileAccess.this.write(value);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            FileAccess.this.write(bytes, offset, length);
        }
    }
}
