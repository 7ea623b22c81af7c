// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A value of a status list. Lists are data; code reads the flags and never the label.
 *
 * @since 0.1
 */
@Entity
@Table(name = "STATUS_VALUE")
public class Status extends StoredRecord implements Titled {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "record_type", length = 60, nullable = false)
    private String recordType;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "code", length = 60)
    private String code;

    @Attribute(order = 30, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 40, kind = FieldKind.INTEGER)
    @Column(name = "item_position", nullable = false)
    private Integer position;

    @Attribute(order = 50, kind = FieldKind.BOOLEAN)
    @Column(name = "is_initial", nullable = false)
    private boolean initial;

    @Attribute(order = 60, kind = FieldKind.BOOLEAN)
    @Column(name = "is_closed", nullable = false)
    private boolean closed;

    @Attribute(order = 70, kind = FieldKind.BOOLEAN)
    @Column(name = "is_successful", nullable = false)
    private boolean successful;

    @Attribute(order = 80, kind = FieldKind.BOOLEAN)
    @Column(name = "is_converted", nullable = false)
    private boolean converted;

    /** @return the record type whose status it is */
    public String getRecordType() {
        return recordType;
    }

    /** @param recordType the record type whose status it is */
    public void setRecordType(final String recordType) {
        this.recordType = recordType;
    }

    /** @return the language-free name of a value that came with the product; null where not known */
    public String getCode() {
        return code;
    }

    /** @param code the language-free name of a value that came with the product; null where not known */
    public void setCode(final String code) {
        this.code = code;
    }

    /** @return the label of a value that an administrator added or renamed */
    public String getName() {
        return name;
    }

    /** @param name the label of a value that an administrator added or renamed */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the place in the list, from 1 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place in the list, from 1 */
    public void setPosition(final Integer position) {
        this.position = position;
    }

    /** @return whether new records start here */
    public boolean isInitial() {
        return initial;
    }

    /** @param initial whether new records start here */
    public void setInitial(final boolean initial) {
        this.initial = initial;
    }

    /** @return whether the record is done with */
    public boolean isClosed() {
        return closed;
    }

    /** @param closed whether the record is done with */
    public void setClosed(final boolean closed) {
        this.closed = closed;
    }

    /** @return whether it ended well: completed, held, fulfilled */
    public boolean isSuccessful() {
        return successful;
    }

    /** @param successful whether it ended well: completed, held, fulfilled */
    public void setSuccessful(final boolean successful) {
        this.successful = successful;
    }

    /** @return whether a lead with it became an account */
    public boolean isConverted() {
        return converted;
    }

    /** @param converted whether a lead with it became an account */
    public void setConverted(final boolean converted) {
        this.converted = converted;
    }

    @Override
    public String title() {
        return Labels.of("status", code, name);
    }
}
