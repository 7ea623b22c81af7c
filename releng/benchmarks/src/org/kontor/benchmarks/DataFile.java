// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.NumberColumn;

/** Files of numbers, the least significant byte first, that both sides read. */
final class DataFile implements AutoCloseable {

    private final DataOutputStream out;

    private DataFile(final Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    static DataFile in(final Path folder, final String name) throws IOException {
        return new DataFile(folder.resolve(name));
    }

    void write(final int number) throws IOException {
        out.writeInt(Integer.reverseBytes(number));
    }

    void write(final double number) throws IOException {
        out.writeLong(Long.reverseBytes(Double.doubleToLongBits(number)));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static ByteBuffer mapped(final Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    static int[] integers(final Path file) throws IOException {
        final var numbers = mapped(file).asIntBuffer();
        final var values = new int[numbers.remaining()];
        numbers.get(values);
        return values;
    }

    static double[] numbers(final Path file) throws IOException {
        final var numbers = mapped(file).asDoubleBuffer();
        final var values = new double[numbers.remaining()];
        numbers.get(values);
        return values;
    }

    /** {@return the columns x0, x1 and so on of a file that has them row by row} */
    static List<Column> columns(final Path file, final int columns) throws IOException {
        final var numbers = mapped(file).asDoubleBuffer();
        final int rows = numbers.remaining() / columns;
        final var values = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[j][i] = numbers.get(i * columns + j);
            }
        }
        final var all = new ArrayList<Column>();
        for (int j = 0; j < columns; j++) {
            all.add(NumberColumn.of("x" + j, values[j]));
        }
        return all;
    }
}
