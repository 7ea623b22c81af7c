// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A setting of the whole company.
 *
 * @since 0.1
 */
@Entity
@Table(name = "SETTING")
public class Setting extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "setting_name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.LONG_TEXT)
    @Column(name = "setting_value", length = 32000)
    private String value;

    /** @return the setting's name */
    public String getName() {
        return name;
    }

    /** @param name the setting's name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return its value; null where not known */
    public String getValue() {
        return value;
    }

    /** @param value its value; null where not known */
    public void setValue(final String value) {
        this.value = value;
    }
}
