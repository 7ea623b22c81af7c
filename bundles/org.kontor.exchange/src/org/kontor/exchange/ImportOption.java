// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.List;
import java.util.Optional;

import org.kontor.model.StoredRecord;

/**
 * A setting of one kind of import, such as the name of new customers.
 *
 * @param key      language-free name, the key in {@link ImportChoices#options()}
 * @param label    what it is called, in the person's language
 * @param help     what it does, in one sentence
 * @param values   the values to choose from; empty for free text
 * @param names    the type of the records whose titles may be chosen beside the values; empty where none may
 * @param standard the value where nothing is chosen; empty text allowed
 * @since 0.1
 */
public record ImportOption(String key, String label, String help, List<String> values, Optional<Class<? extends StoredRecord>> names, String standard) {

    public ImportOption {
        values = List.copyOf(values);
    }
}
