// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.List;
import java.util.Map;

import org.kontor.exchange.ImportChoices;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.SourceColumn;
import org.kontor.exchange.internal.read.Profile;
import org.kontor.exchange.internal.read.SourceFile;

/**
 * Everything that was decided before a run.
 *
 * @param file            the file
 * @param kind            what its rows become
 * @param read            how it is read
 * @param profile         what its beginning shows
 * @param columns         the columns, with how their days and numbers are written
 * @param columnsByTarget target name to column index
 * @param choices         what the person chose
 * @param mapping         mapping and choices as JSON
 */
public record ImportSpec(SourceFile file, ImportKind kind, ReadOptions read, Profile profile, List<SourceColumn> columns,
        Map<String, Integer> columnsByTarget, ImportChoices choices, String mapping) {
}
