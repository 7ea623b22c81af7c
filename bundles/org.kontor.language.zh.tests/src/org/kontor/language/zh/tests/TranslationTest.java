// SPDX-License-Identifier: EPL-2.0

package org.kontor.language.zh.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** Holds the translations to the platform that is in the target: no text for a key that is gone, and the same placeholders. */
class TranslationTest {

    private static final String PREFIX = "org.kontor.language.zh.";
    private static final String SUFFIX = "_zh.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void everyTranslationBelongsToATextOfThePlatform() throws IOException {
        final List<String> found = new ArrayList<>();
        int texts = 0;
        for (final Bundle fragment : fragments()) {
            final Bundle host = host(fragment);
            for (final URL translation : Collections.list(fragment.findEntries("/", "*" + SUFFIX, true))) {
                final String path = translation.getPath().replace(SUFFIX, ".properties");
                final URL base = host.getEntry(path);
                assertNotNull(base, () -> host.getSymbolicName() + " has no " + path);
                final Properties translated = properties(translation, StandardCharsets.UTF_8);
                final Properties original = properties(base, StandardCharsets.ISO_8859_1);
                for (final String key : translated.stringPropertyNames()) {
                    texts++;
                    final String text = original.getProperty(key);
                    if (text == null || !placeholders(text).equals(placeholders(translated.getProperty(key)))) {
                        found.add(host.getSymbolicName() + path + ": " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(texts > 500);
    }

    private static List<Bundle> fragments() {
        final List<Bundle> fragments = new ArrayList<>();
        for (final Bundle bundle : FrameworkUtil.getBundle(TranslationTest.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().startsWith(PREFIX) && !bundle.getSymbolicName().endsWith(".tests")) {
                fragments.add(bundle);
            }
        }
        assertTrue(fragments.size() > 5);
        return fragments;
    }

    private static Bundle host(final Bundle fragment) {
        final BundleWiring wiring = fragment.adapt(BundleWiring.class);
        assertNotNull(wiring, () -> fragment.getSymbolicName() + " is not attached");
        return wiring.getRequiredWires(BundleRevision.HOST_NAMESPACE).getFirst().getProvider().getBundle();
    }

    private static Properties properties(final URL url, final Charset charset) throws IOException {
        final Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(url.openStream(), charset)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> placeholders(final String text) {
        final Set<String> found = new TreeSet<>();
        final Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
