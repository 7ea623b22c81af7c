// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Path SAMPLE = Tree.root().resolve("releng/partner-sample");

    private static List<BundleFolder> bundles;

    @BeforeAll
    static void readTheTree() {
        bundles = Tree.bundles();
    }

    @Test
    void everyBundleIsCompiled() {
        assertTrue(bundles.size() > 1);
        assertNone(bundle -> bundle.classes().isEmpty() && !bundle.sources().isEmpty() ? List.of(bundle.room() + " has sources but no class files") : List.of());
    }

    @Test
    void dependenciesGoDownTheTable() {
        final DirectionCheck check = new DirectionCheck(bundles);
        assertNone(check::violations);
    }

    @Test
    void librariesStayInTheirRooms() {
        assertNone(LibraryCheck::violations);
    }

    @Test
    void manifestsKeepTheInsideInside() {
        assertNone(ManifestCheck::violations);
    }

    @Test
    void nothingBannedIsCalled() {
        assertNone(CallCheck::violations);
    }

    @Test
    void sourcesFollowTheHouseStyle() {
        assertNone(bundle -> bundle.sources().stream().flatMap(source -> SourceCheck.violations(bundle.room() + '/' + source.getFileName(), text(source)).stream()).toList());
    }

    /** Partners copy it: what it does wrong, everybody does. */
    @Test
    void thePartnersSampleUsesOnlyWhatIsPublic() {
        final List<Path> files = BundleFolder.files(SAMPLE, name -> name.endsWith(".java") || name.equals("MANIFEST.MF") || name.equals("plugin.xml")).stream()
            .filter(file -> !file.toString().contains("target")).toList();
        assertTrue(files.size() > 1);
        final List<String> found = new ArrayList<>();
        for (final Path file : files) {
            found.addAll(SampleCheck.violations(file.getFileName().toString(), text(file)));
            if (file.toString().endsWith(".java")) {
                found.addAll(SourceCheck.violations(file.getFileName().toString(), text(file)));
            }
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void everyEntityHasAVersion() {
        assertEquals(List.of(), EntityCheck.violations(bundles.stream().flatMap(bundle -> bundle.classes().stream()).toList()));
    }

    @Test
    void bothLanguagesSayTheSame() {
        final List<String> found = new ArrayList<>();
        int compared = 0;
        for (final Path base : textFiles()) {
            final Path translation = base.resolveSibling(base.getFileName().toString().replace(".properties", "_zh.properties"));
            if (Files.exists(translation)) {
                found.addAll(TextCheck.violations(Tree.root().relativize(base).toString(), properties(base), properties(translation)));
                compared++;
            } else {
                found.add(Tree.root().relativize(base) + " has no translation");
            }
        }
        assertEquals("", String.join("\n", found));
        assertTrue(compared > 0);
    }

    /** The installer reads the texts of features as ISO 8859-1 and shows anything else as rubbish. */
    @Test
    void textsOfFeaturesAreEscaped() throws IOException {
        final var files = BundleFolder.files(Tree.root().resolve("features"), name -> name.startsWith("feature") && name.endsWith(".properties"));
        assertTrue(files.size() > 1);
        final List<String> found = new ArrayList<>();
        for (final Path file : files) {
            if (Files.readString(file).chars().anyMatch(character -> character > '~')) {
                found.add(Tree.root().relativize(file).toString());
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> textFiles() {
        final Stream<Path> inBundles = bundles.stream().filter(bundle -> !bundle.isTest())
            .flatMap(bundle -> Stream.of("src", "OSGI-INF").flatMap(name -> BundleFolder.files(bundle.folder().resolve(name), ArchitectureTest::isBaseText).stream()));
        final Stream<Path> inFeatures = BundleFolder.files(Tree.root().resolve("features"), ArchitectureTest::isBaseText).stream()
            .filter(path -> !path.toString().contains("target"));
        final Stream<Path> inSample = BundleFolder.files(SAMPLE, ArchitectureTest::isBaseText).stream().filter(path -> !path.toString().contains("target"));
        return Stream.of(inBundles, inFeatures, inSample).flatMap(files -> files).toList();
    }

    private static boolean isBaseText(final String name) {
        return name.equals("messages.properties") || name.equals("bundle.properties") || name.equals("feature.properties");
    }

    private static void assertNone(final Function<BundleFolder, List<String>> check) {
        assertEquals("", String.join("\n", bundles.stream().flatMap(bundle -> check.apply(bundle).stream()).toList()));
    }

    private static Properties properties(final Path file) {
        final Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
