// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A way of selling, as an order of stages.
 *
 * @since 0.1
 */
@Entity
@Table(name = "PIPELINE")
public class Pipeline extends StoredRecord implements Titled {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "code", length = 60)
    private String code;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 30, kind = FieldKind.INTEGER)
    @Column(name = "item_position", nullable = false)
    private Integer position;

    @Attribute(order = 40, kind = FieldKind.BOOLEAN)
    @Column(name = "is_active", nullable = false)
    private boolean active;

    /** @return the language-free name of a pipeline that came with the product; null where not known */
    public String getCode() {
        return code;
    }

    /** @param code the language-free name of a pipeline that came with the product; null where not known */
    public void setCode(final String code) {
        this.code = code;
    }

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the place in lists, from 1 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place in lists, from 1 */
    public void setPosition(final Integer position) {
        this.position = position;
    }

    /** @return whether new opportunities may use it */
    public boolean isActive() {
        return active;
    }

    /** @param active whether new opportunities may use it */
    public void setActive(final boolean active) {
        this.active = active;
    }

    @Override
    public String title() {
        return Labels.of("pipeline", code, name);
    }
}
