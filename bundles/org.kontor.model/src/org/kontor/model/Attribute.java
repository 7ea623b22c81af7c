// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a persistent field to everything that shows, reads, writes or compares fields without knowing the entity: forms, tables,
 * imports, exports, change sets. Together with the JPA annotations it is what {@link Catalogue} is made of.
 *
 * @since 0.1
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Attribute {

    /** @return the place of the field among the fields of its class; ascending */
    int order();

    /** @return what the value is */
    FieldKind kind();

    /** @return for money, the path of the field that holds the currency; empty for amounts in the base currency */
    String currency() default "";

    /** @return whether the field is how people call the record */
    boolean title() default false;

    /** @return whether only Kontor itself fills the field */
    boolean system() default false;
}
