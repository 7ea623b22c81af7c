// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class LikenessesTest {

    /** Values that Winkler's papers print for these pairs. */
    @Test
    void jaroWinklerGivesThePublishedValues() {
        assertEquals(0.961, Likenesses.jaroWinkler("MARTHA", "MARHTA"), 0.0005);
        assertEquals(0.840, Likenesses.jaroWinkler("DWAYNE", "DUANE"), 0.0005);
        assertEquals(0.813, Likenesses.jaroWinkler("DIXON", "DICKSONX"), 0.0005);
        assertEquals(1, Likenesses.jaroWinkler("SAME", "SAME"));
        assertEquals(0, Likenesses.jaroWinkler("ABC", "XYZ"));
        assertEquals(0, Likenesses.jaroWinkler("", "XYZ"));
    }

    @Test
    void legalFormsPunctuationAndAccentsDoNotTellNamesApart() {
        assertEquals("muller sohne", Likenesses.core("Müller & Söhne GmbH & Co. KG"));
        assertEquals("acme", Likenesses.core("ACME, Inc."));
        assertEquals("oneil partners", Likenesses.core("O'Neil Partners"));
        assertEquals("北京明光科技", Likenesses.core("北京明光科技股份有限公司"));
        assertEquals("co", Likenesses.core("Co."));
        assertEquals(List.of(), Likenesses.words("--"));
    }

    @Test
    void domainsComeFromSitesAndAddressesButNotFromMailProviders() {
        assertEquals(Optional.of("acme.example"), Likenesses.domain("https://www.Acme.example/shop?x=1"));
        assertEquals(Optional.of("acme.example"), Likenesses.domain("acme.example:8080"));
        assertEquals(Optional.of("mail.acme.example"), Likenesses.domain("x@mail.acme.example"));
        assertEquals(Optional.empty(), Likenesses.domain("someone@gmail.com"));
        assertEquals(Optional.empty(), Likenesses.domain("none"));
        assertEquals(Optional.empty(), Likenesses.domain(""));
    }

    @Test
    void phonesAreTheSameWhereTheirLocalPartsAre() {
        assertTrue(Likenesses.samePhone("+49 40 66969-123", "040/66969123"));
        assertTrue(Likenesses.samePhone("0049 40 66969123", "+494066969123"));
        assertFalse(Likenesses.samePhone("+49 40 66969-123", "+49 40 66969-124"));
        assertFalse(Likenesses.samePhone("123", "123"));
        assertFalse(Likenesses.samePhone("", ""));
    }

    @Test
    void fragmentsSurviveASlipOfTheKeys() {
        assertTrue(Likenesses.fragments("Umbrella Technolgy").contains("umbr"));
        assertTrue(Likenesses.fragments("北京明光科技有限公司").contains("北京"));
        assertTrue(Likenesses.fragments("").isEmpty());
    }
}
