// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * What one import did.
 *
 * @since 0.1
 */
@Entity
@Table(name = "IMPORT_JOB")
public class ImportJob extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "kind", length = 60, nullable = false)
    private String kind;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "source_name", length = 500, nullable = false)
    private String source;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "source_hash", length = 64, nullable = false)
    private String sourceHash;

    @Attribute(order = 40, kind = FieldKind.ID)
    @Column(name = "operation_id", nullable = false)
    private UUID operation;

    @Attribute(order = 50, kind = FieldKind.INSTANT)
    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Attribute(order = 60, kind = FieldKind.INSTANT)
    @Column(name = "finished_at")
    private Instant finishedAt;

    @Attribute(order = 70, kind = FieldKind.INTEGER)
    @Column(name = "rows_read")
    private Long rowsRead;

    @Attribute(order = 80, kind = FieldKind.INTEGER)
    @Column(name = "rows_created")
    private Long rowsCreated;

    @Attribute(order = 90, kind = FieldKind.INTEGER)
    @Column(name = "rows_updated")
    private Long rowsUpdated;

    @Attribute(order = 100, kind = FieldKind.INTEGER)
    @Column(name = "rows_skipped")
    private Long rowsSkipped;

    @Attribute(order = 110, kind = FieldKind.INTEGER)
    @Column(name = "rows_refused")
    private Long rowsRefused;

    @Attribute(order = 120, kind = FieldKind.LONG_TEXT)
    @Column(name = "mapping", length = 32000)
    private String mapping;

    /** @return the kind of import */
    public String getKind() {
        return kind;
    }

    /** @param kind the kind of import */
    public void setKind(final String kind) {
        this.kind = kind;
    }

    /** @return the file's name */
    public String getSource() {
        return source;
    }

    /** @param source the file's name */
    public void setSource(final String source) {
        this.source = source;
    }

    /** @return SHA-256 of the file in hexadecimal */
    public String getSourceHash() {
        return sourceHash;
    }

    /** @param sourceHash SHA-256 of the file in hexadecimal */
    public void setSourceHash(final String sourceHash) {
        this.sourceHash = sourceHash;
    }

    /** @return the operation that all of its change sets belong to */
    public UUID getOperation() {
        return operation;
    }

    /** @param operation the operation that all of its change sets belong to */
    public void setOperation(final UUID operation) {
        this.operation = operation;
    }

    /** @return when it started */
    public Instant getStartedAt() {
        return startedAt;
    }

    /** @param startedAt when it started */
    public void setStartedAt(final Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** @return when it ended; null while it runs or where it was cut off; null where not known */
    public Instant getFinishedAt() {
        return finishedAt;
    }

    /** @param finishedAt when it ended; null while it runs or where it was cut off; null where not known */
    public void setFinishedAt(final Instant finishedAt) {
        this.finishedAt = finishedAt;
    }

    /** @return rows read so far; null where not known */
    public Long getRowsRead() {
        return rowsRead;
    }

    /** @param rowsRead rows read so far; null where not known */
    public void setRowsRead(final Long rowsRead) {
        this.rowsRead = rowsRead;
    }

    /** @return records created; null where not known */
    public Long getRowsCreated() {
        return rowsCreated;
    }

    /** @param rowsCreated records created; null where not known */
    public void setRowsCreated(final Long rowsCreated) {
        this.rowsCreated = rowsCreated;
    }

    /** @return records updated; null where not known */
    public Long getRowsUpdated() {
        return rowsUpdated;
    }

    /** @param rowsUpdated records updated; null where not known */
    public void setRowsUpdated(final Long rowsUpdated) {
        this.rowsUpdated = rowsUpdated;
    }

    /** @return rows left out by the person's choice; null where not known */
    public Long getRowsSkipped() {
        return rowsSkipped;
    }

    /** @param rowsSkipped rows left out by the person's choice; null where not known */
    public void setRowsSkipped(final Long rowsSkipped) {
        this.rowsSkipped = rowsSkipped;
    }

    /** @return rows refused as wrong; null where not known */
    public Long getRowsRefused() {
        return rowsRefused;
    }

    /** @param rowsRefused rows refused as wrong; null where not known */
    public void setRowsRefused(final Long rowsRefused) {
        this.rowsRefused = rowsRefused;
    }

    /** @return the mapping that was used, as JSON; null where not known */
    public String getMapping() {
        return mapping;
    }

    /** @param mapping the mapping that was used, as JSON; null where not known */
    public void setMapping(final String mapping) {
        this.mapping = mapping;
    }
}
