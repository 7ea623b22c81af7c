// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void comparesNamesWithoutCaseAndBlanks() {
        assertEquals(Names.same("Acme  Corporation "), Names.same("acme corporation"));
        assertEquals(Names.same("ＡＢＣ公司"), Names.same("abc公司"));
        assertEquals("gtxpro", Names.letters("GTX-Pro"));
    }

    @Test
    void sameIsTheSameForWhatItGave() {
        final var random = new Random(5);
        for (int n = 0; n < 50_000; n++) {
            final var text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append("aA bB\u00A0\t公Ａß".charAt(random.nextInt(10)));
            }
            final var same = Names.same(text.toString());
            assertEquals(same, Names.same(same));
        }
    }

    @Test
    void measuresTheDistanceOfDamerauAndLevenshtein() {
        assertEquals(0, Names.distance("abc", "abc", 3));
        assertEquals(1, Names.distance("technolgy", "technology", 3));
        assertEquals(1, Names.distance("philipines", "philippines", 3));
        assertEquals(1, Names.distance("abdc", "abcd", 3));
        assertEquals(3, Names.distance("kitten", "sitting", 3));
        assertEquals(2, Names.distance("kitten", "sitting", 1));
    }

    @Test
    void suggestsWhatAValueProbablyMeans() {
        final var products = new Suggester();
        List.of("GTX Basic", "GTX Pro", "MG Special", "MG Advanced", "GTX Plus Pro", "GTX Plus Basic", "GTK 500").forEach(products::know);
        assertEquals(Optional.of("GTX Pro"), products.nearest("GTXPro"));
        assertEquals(Optional.of("MG Special"), products.nearest("MG Specail"));
        assertEquals(Optional.empty(), products.nearest("GTK 600"));
        assertEquals(Optional.empty(), products.nearest("Anvil"));
        assertEquals(Optional.empty(), products.nearest("GTX Pro"));
        assertEquals(Optional.of("technology"), Vocabulary.industries().nearest("technolgy"));
        assertEquals(Optional.of("Philippines"), Vocabulary.countries().nearest("Philipines"));
        assertTrue(Vocabulary.countries().knows("中国"));
        assertTrue(Vocabulary.countries().knows("united states"));
    }

    @Test
    void suggestsNothingWhereTwoAreEquallyNear() {
        final var names = new Suggester();
        List.of("Bergman", "Bergmen").forEach(names::know);
        assertEquals(Optional.empty(), names.nearest("Bergmin"));
    }
}
