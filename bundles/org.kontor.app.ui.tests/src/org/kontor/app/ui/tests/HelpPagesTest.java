// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.help.HelpSystem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kontor.ui.HelpContext;

/** Fetches the guide from the product's own help server, as a browser does, and follows every link in it. */
class HelpPagesTest {

    private static final String BUNDLE = "/org.kontor.help/";
    private static final Pattern HREF = Pattern.compile("(?:href|topic|src)=\"([^\"]*)\"");
    private static final int LEAST_PAGES = 11;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, String> fetched = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyEntryOfTheContentsLeadsToItsPlace(final String language) throws Exception {
        final var targets = targets(content("toc.xml", language));
        assertTrue(targets.size() > LEAST_PAGES * 2, "the contents have entries for pages and sections: " + targets);
        assertEquals(List.of(), broken(targets, "", language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyLinkAndPictureOfEveryPageLeadsSomewhere(final String language) throws Exception {
        final Set<String> pages = new LinkedHashSet<>();
        targets(content("toc.xml", language)).forEach(target -> pages.add(target.replaceAll("#.*", "")));
        assertTrue(pages.size() >= LEAST_PAGES, pages.toString());
        final List<String> broken = new ArrayList<>();
        for (final var page : pages) {
            final var text = page(page, language);
            assertTrue(text.contains("<html lang=\"" + language + "\">"), page + " is not in the language " + language);
            for (final var problem : broken(targets(text), "html/", language)) {
                broken.add(page + ": " + problem);
            }
        }
        assertEquals(List.of(), broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyContextLeadsToItsPages(final String language) throws Exception {
        final var contexts = content("contexts.xml", language);
        assertEquals(List.of(), broken(targets(contexts), "", language));
        final Set<String> named = new TreeSet<>();
        for (final var field : HelpContext.class.getFields()) {
            named.add(field.get(null).toString());
        }
        assertFalse(named.isEmpty());
        for (final var context : named) {
            assertTrue(contexts.contains("<context id=\"" + context.substring("org.kontor.help.".length()) + '"'), context + " in " + language);
            final var known = HelpSystem.getContext(context);
            assertNotNull(known, context);
            assertTrue(known.getRelatedTopics().length > 0, context);
        }
    }

    @Test
    void bothLanguagesHaveTheSamePages() throws Exception {
        assertEquals(pagesOf("en"), pagesOf("zh"));
    }

    @Test
    void theHelpSystemShowsTheGuide() {
        assertTrue(Arrays.stream(HelpSystem.getTocs()).anyMatch(toc -> toc.getHref().equals(BUNDLE + "toc.xml")));
    }

    /** Without this the other tests could not fail. */
    @Test
    void aPageThatIsNotThereIsNoticed() throws Exception {
        assertEquals(List.of("html/no-such-page.html", "html/index.html#no-such-place"),
                broken(List.of("html/no-such-page.html", "html/index.html", "html/index.html#no-such-place"), "", "en"));
    }

    private Set<String> pagesOf(final String language) throws IOException {
        final Set<String> pages = new TreeSet<>();
        targets(content("toc.xml", language)).forEach(target -> pages.add(target.replaceAll("#.*", "")));
        return pages;
    }

    private static String content(final String file, final String language) throws IOException {
        try (var in = HelpSystem.getHelpContent(BUNDLE + file, language)) {
            assertNotNull(in, file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> targets(final String text) {
        return HREF.matcher(text).results().map(found -> found.group(1)).filter(target -> !target.startsWith("https://")).toList();
    }

    private List<String> broken(final List<String> targets, final String folder, final String language) throws Exception {
        final List<String> broken = new ArrayList<>();
        for (final var target : targets) {
            final int hash = target.indexOf('#');
            final var file = folder + (hash < 0 ? target : target.substring(0, hash));
            final var text = page(file, language);
            final boolean there = file.endsWith(".html") ? text.contains("<main>") : !text.isEmpty();
            if (!there || hash >= 0 && !text.contains(" id=\"" + target.substring(hash + 1) + '"')) {
                broken.add(target);
            }
        }
        return broken;
    }

    /** What the server of the help sends for a file; empty where it has none. */
    private String page(final String file, final String language) throws Exception {
        final var key = language + ' ' + file;
        if (!fetched.containsKey(key)) {
            final var address = PlatformUI.getWorkbench().getHelpSystem().resolve(BUNDLE + file, true);
            assertEquals("http", address.getProtocol(), "the help has a server of its own");
            final var query = address.getQuery() == null ? "?lang=" : "&lang=";
            final var answer = browser.send(HttpRequest.newBuilder(URI.create(address + query + language)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            fetched.put(key, answer.statusCode() == 200 ? answer.body() : "");
        }
        return fetched.get(key);
    }
}
