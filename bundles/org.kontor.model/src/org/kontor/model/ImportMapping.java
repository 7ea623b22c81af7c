// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A saved answer to the question which column fills which field.
 *
 * @since 0.1
 */
@Entity
@Table(name = "IMPORT_MAPPING")
public class ImportMapping extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "kind", length = 60, nullable = false)
    private String kind;

    @Attribute(order = 30, kind = FieldKind.LONG_TEXT)
    @Column(name = "definition", length = 32000, nullable = false)
    private String definition;

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the kind of import */
    public String getKind() {
        return kind;
    }

    /** @param kind the kind of import */
    public void setKind(final String kind) {
        this.kind = kind;
    }

    /** @return the mapping as JSON */
    public String getDefinition() {
        return definition;
    }

    /** @param definition the mapping as JSON */
    public void setDefinition(final String definition) {
        this.definition = definition;
    }
}
