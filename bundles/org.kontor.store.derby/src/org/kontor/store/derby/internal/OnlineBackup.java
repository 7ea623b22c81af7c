// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.TemporaryFolder;

/** Copies a running database by Derby's own procedure. */
final class OnlineBackup {

    /** Somebody loads rows without a log, which Derby cannot copy in the middle. */
    private static final String UNLOGGED_WORK = "XSRSA";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final DataSource source;
    private final Path database;

    /**
     * @param source   connections of the database
     * @param database its folder
     */
    OnlineBackup(final DataSource source, final Path database) {
        this.source = source;
        this.database = database;
    }

    /**
     * Derby copies into a folder named like the database; the finished copy is renamed, so that an unfinished one never looks like one.
     *
     * @param target   the folder of the copy; must not exist
     * @param progress reported to and asked for cancellation
     */
    void write(final Path target, final Progress progress) {
        if (Files.exists(target)) {
            throw Problem.of(Messages.TEXTS, "database.target-exists", target).asException();
        }
        progress.begin(Messages.TEXTS.get("task.backup"), 0);
        final Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            DurableFiles.deleteTree(temporary);
            DurableFiles.createFolder(temporary);
            copy(temporary, progress);
            progress.checkCancelled();
            final Path copied = temporary.resolve(database.getFileName());
            DatabaseFolder.checkComplete(copied);
            DurableFiles.forceTree(copied);
            DurableFiles.replace(copied, target);
        } catch (IOException failure) {
            throw FileProblems.of(failure, target).asException(failure);
        } catch (SQLException failure) {
            throw Diagnosis.at(target).of(failure).asException(Diagnosis.withoutPages(failure));
        } finally {
            TemporaryFolder.discard(temporary);
        }
    }

    private void copy(final Path into, final Progress progress) throws SQLException {
        while (true) {
            progress.checkCancelled();
            try (Connection connection = source.getConnection();
                    CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE_NOWAIT(?)")) {
                call.setString(1, into.toString());
                call.execute();
                return;
            } catch (SQLException refusal) {
                if (!UNLOGGED_WORK.equals(refusal.getSQLState())) {
                    throw refusal;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
