// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SalesPageTest {

    private static final Pattern VOID_ELEMENT = Pattern.compile("<meta([^>]*)>");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void languageOfTheMachine() {
        Locale.setDefault(before);
    }

    private static String page(final Locale locale, final SalesPage.Content content) {
        Locale.setDefault(locale);
        return SalesPage.of(content);
    }

    /** The page as a tree: with its void elements closed it is well-formed XML, so nothing can hide in a broken tag. */
    private static Document tree(final String page) throws ParserConfigurationException, SAXException, IOException {
        final var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        final var xml = VOID_ELEMENT.matcher(page.substring(page.indexOf("<html"))).replaceAll("<meta$1/>");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(final Document document, final String name) {
        final var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index)).toList();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        final var page = page(Locale.ENGLISH, SampleData.content(24));
        final var document = tree(page);
        assertTrue(elements(document, "script").isEmpty() && elements(document, "img").isEmpty() && elements(document, "b").isEmpty());
        assertTrue(elements(document, "*").stream().noneMatch(element -> element.hasAttribute("onerror") || element.hasAttribute("onclick")
                || element.hasAttribute("href") || element.hasAttribute("src")), "nothing runs and nothing is loaded");
        assertEquals("Nordwind & Partner <AG>", elements(document, "h1").getFirst().getTextContent());
        final var names = elements(document, "th").stream().map(Element::getTextContent).toList();
        assertTrue(names.containsAll(SampleData.NAMES.stream().filter(name -> name.chars().allMatch(unit -> unit >= ' '
                && unit != '\u202E')).toList()), names.toString());
        assertEquals(-1, page.chars().filter(unit -> unit < ' ' && unit != '\n').findFirst().orElse(-1), "no control characters");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        final var page = page(Locale.ENGLISH, SampleData.content(24));
        assertTrue(page.contains("default-src 'none'".replace("'", "&#39;")), "the browser is told so too");
        assertFalse(page.contains("url(") || page.contains("@import"), "no style fetches anything");
    }

    @Test
    void everySectionHasASentenceAChartAndATable() throws Exception {
        final var document = tree(page(Locale.ENGLISH, SampleData.content(24)));
        assertEquals(List.of("Pipeline by stage", "Funnel", "Revenue per month", "Best customers", "Activities", "How to read this report"),
                elements(document, "h2").stream().map(Element::getTextContent).toList());
        assertEquals(4, elements(document, "figure").size());
        assertEquals(16, elements(document, "svg").size(), "light, dark, wide and narrow");
        assertTrue(elements(document, "svg").stream().allMatch(svg -> svg.getElementsByTagName("desc").getLength() > 0),
                "for screen readers");
        assertTrue(elements(document, "figure").stream().allMatch(figure -> ((Element) figure.getParentNode()).getElementsByTagName("table")
                .getLength() == 1));
    }

    @Test
    void tablesHoldTheNumbers() throws Exception {
        final var text = tree(page(Locale.ENGLISH, SampleData.content(24))).getDocumentElement().getTextContent();
        final var data = SampleData.company(24);
        final var numbers = new Numbers(Locale.ENGLISH, data.currency());
        for (final var month : data.months()) {
            assertTrue(text.contains(numbers.amount(month.revenue(), 2)), month.toString());
        }
        for (final var column : data.pipeline().columns()) {
            assertTrue(text.contains(numbers.amount(column.total(), numbers.decimals(data.pipeline().columns().stream()
                    .flatMap(one -> java.util.stream.Stream.of(one.total(), one.weighted())).toList()))), column.toString());
        }
        assertTrue(text.contains(numbers.money(data.revenue())) && text.contains("61.6%") && text.contains("Won in 2026"), "key figures");
    }

    @Test
    void speaksChinese() throws Exception {
        final var page = page(Locale.SIMPLIFIED_CHINESE, SampleData.content(24));
        final var document = tree(page);
        assertEquals("zh-CN", document.getDocumentElement().getAttribute("lang"));
        assertEquals("各阶段商机", elements(document, "h2").getFirst().getTextContent());
        assertTrue(page.contains("2026年7月3日") && page.contains("2024年7月至2026年6月"));
        assertFalse(page.contains("!") && Pattern.compile("![a-z]+\\.[A-Za-z.]+!").matcher(page).find(), "no text is missing");
    }

    @Test
    void anEmptyStoreGetsAHelpfulPage() throws Exception {
        final var content = SampleData.nothing();
        final var document = tree(page(Locale.ENGLISH, content));
        final var text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("There is nothing to report yet") && text.contains("./kontor import") && text.contains("./kontor demo"),
                text);
        assertTrue(elements(document, "svg").isEmpty());
        tree(page(Locale.SIMPLIFIED_CHINESE, content));
    }

    @Test
    void dealsAloneAreEnough() throws Exception {
        final var document = tree(page(Locale.ENGLISH, SampleData.content("deals", SampleData.dealsOnly(), 1)));
        assertEquals(3, elements(document, "figure").size(), "pipeline, funnel and won deals over time");
        final var text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("250 opportunities are open; none of them has an amount."), text);
        assertTrue(text.contains("Deals won") && text.contains("there are no orders in this period") && !text.contains("Refunds"), text);
    }

    @Test
    void severalPipelinesStandBelowEachOtherAndAddUp() throws Exception {
        final var document = tree(page(Locale.ENGLISH, SampleData.content("two", SampleData.company(12), 2)));
        assertEquals(List.of("Pipeline by stage: Standard", "Funnel: Standard", "Pipeline by stage: Standard", "Funnel: Standard"),
                elements(document, "h2").stream().limit(4).map(Element::getTextContent).toList());
        assertTrue(document.getDocumentElement().getTextContent().contains("500 open opportunities"), "twice 250");
    }

    @Test
    void aMonthIsEnough() throws Exception {
        for (final int months : new int[] {1, 2, 3, 13}) {
            assertEquals(4, elements(tree(page(Locale.ENGLISH, SampleData.content(months))), "figure").size(), months + " months");
        }
    }
}
