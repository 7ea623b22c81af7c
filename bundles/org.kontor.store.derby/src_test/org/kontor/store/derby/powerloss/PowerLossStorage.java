// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.powerloss;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.derby.io.StorageFile;
import org.apache.derby.io.WritableStorageFactory;

/**
 * Lets Derby keep a database on a {@link PowerLossDisk}. Derby makes one by the system property
 * {@code derby.subSubProtocol.powerloss} and opens {@code jdbc:derby:powerloss:NAME} with it.
 */
public final class PowerLossStorage implements WritableStorageFactory {

    static final String PROTOCOL = "powerloss";

    private static final Map<String, PowerLossDisk> DISKS = new ConcurrentHashMap<>();

    /** Derby also asks for a place above all databases, which it does not use. */
    private static final PowerLossDisk NO_DISK = new PowerLossDisk(Map.of(), PowerLossDisk.Loss.EVERYTHING, new Random());

    private String name;
    private PowerLossDisk disk;

    /** For Derby. */
    public PowerLossStorage() {
        // init() says which disk
    }

    /** Puts a disk into the machine. */
    static void mount(final String name, final PowerLossDisk disk) {
        System.setProperty("derby.subSubProtocol." + PROTOCOL, PowerLossStorage.class.getName());
        disk.label(name);
        DISKS.put(name, disk);
    }

    /** Takes a disk out. */
    static void unmount(final String name) {
        DISKS.remove(name);
    }

    @Override
    public void init(final String home, final String databaseName, final String tempDirName, final String uniqueName) {
        name = databaseName;
        disk = databaseName == null ? NO_DISK : DISKS.get(databaseName);
    }

    @Override
    public void shutdown() {
        // the disk outlives its users
    }

    @Override
    public String getCanonicalName() throws IOException {
        if (name != null && disk == null) {
            throw new IOException("no disk " + name);
        }
        return name;
    }

    @Override
    public void setCanonicalName(final String canonicalName) {
        name = canonicalName;
    }

    @Override
    public StorageFile newStorageFile(final String path) {
        return new PowerLossFile(disk, path == null ? "" : path);
    }

    @Override
    public StorageFile newStorageFile(final String directoryName, final String fileName) {
        return directoryName == null ? newStorageFile(fileName) : new PowerLossFile(disk, directoryName + '/' + fileName);
    }

    @Override
    public StorageFile newStorageFile(final StorageFile directoryName, final String fileName) {
        if (directoryName == null) {
            return newStorageFile(fileName);
        }
        return fileName == null ? directoryName : newStorageFile(directoryName.getPath(), fileName);
    }

    @Override
    public char getSeparator() {
        return '/';
    }

    @Override
    public StorageFile getTempDir() {
        final StorageFile folder = newStorageFile("tmp");
        folder.mkdirs();
        return folder;
    }

    @Override
    public StorageFile createTemporaryFile(final String prefix, final String suffix) {
        return newStorageFile(getTempDir(), prefix + System.nanoTime() + suffix);
    }

    @Override
    public boolean isFast() {
        return false;
    }

    @Override
    public boolean isReadOnlyDatabase() {
        return false;
    }

    @Override
    public boolean supportsRandomAccess() {
        return true;
    }

    @Override
    public int getStorageFactoryVersion() {
        return VERSION_NUMBER;
    }

    @Override
    public void sync(final OutputStream stream, final boolean metaData) throws IOException {
        stream.flush();
        ((PowerLossFile.Output) stream).force();
    }

    @Override
    public boolean supportsWriteSync() {
        return true;
    }
}
