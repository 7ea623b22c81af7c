// SPDX-License-Identifier: EPL-2.0

package org.kontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A partner's plug-in from its sources to its last day: built against the update site alone, installed from its own site, used and removed. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PartnerTest {

    private static final String FEATURE = "com.example.insight.feature.feature.group";
    private static final String PARTNER = "com.example.insight";
    private static final String BUILT_IN = "org.kontor.analytics.algorithms";
    private static final long LONGEST_BUILD_MINUTES = 10;
    private static final String PASSWORD = "only-for-this-test";
    private static final String SIGNING = "org/apache/maven/plugins/maven-jarsigner-plugin";

    @TempDir
    Path folder;

    private Installation installation;

    @Test
    void aPartnersPlugInReplacesAndAddsAMethodAndGoesWithoutATrace() throws IOException, InterruptedException, URISyntaxException {
        final Path log = folder.resolve("build.txt");
        final Process build = buildSample(log);
        final JsonObject first;
        try {
            installation = Installation.copyInto(folder);
            json("demo", "--store", "company", "--customers", "30", "--seed", "3");
            first = json("analyze", "kmeans", "--store", "company", "--query", "customers", "--features", "recency,monetary", "--prepare", "standardize",
                "-p", "k=3", "--save", "Groups", "--out", "first");
            assertTrue(build.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES), "the sample was not built in time");
            assertEquals(0, build.exitValue(), () -> text(log));
        } finally {
            build.descendants().forEach(ProcessHandle::destroy);
            build.destroy();
        }
        assertEquals(BUILT_IN, first.get("provider").getAsString());
        final Path repository = folder.resolve("sample/com.example.insight.site/target/repository");
        assertEquals(List.of("com.example.insight", "com.example.insight.feature"), signed(repository));
        final URI site = repository.toUri();
        direct("-repository", site.toString(), "-installIU", FEATURE, "-tag", "with insight", "-trustSignedContentOnly");
        final Map<String, String> active = new HashMap<>(active());
        assertEquals(PARTNER, active.remove("kmeans"));
        assertEquals(PARTNER, active.remove("purchase-rhythm"));
        assertEquals(Set.of(BUILT_IN), Set.copyOf(active.values()), "every other method is as it was");
        final JsonObject again = json("runs", "Groups", "--store", "company", "--again");
        assertEquals(PARTNER, again.getAsJsonObject("run").get("provider").getAsString());
        assertEquals(inertia(first), inertia(again.getAsJsonObject("run")), 1e-9 * inertia(first));
        assertTrue(again.getAsJsonArray("changes").asList().stream().anyMatch(change -> change.getAsString().contains(PARTNER)), again.toString());
        json("analyze", "purchase-rhythm", "--store", "company", "--query", "orders", "--save", "Rhythm", "--out", "rhythm");

        direct("-uninstallIU", FEATURE);
        final JsonObject old = json("runs", "Rhythm", "--store", "company", "--out", "old").getAsJsonArray("runs").get(0).getAsJsonObject();
        assertTrue(old.get("providerMissing").getAsBoolean());
        assertEquals(-1, Files.mismatch(home("rhythm/customers.csv"), home("old/customers.csv")));
        assertEquals(BUILT_IN, json("runs", "Groups", "--store", "company", "--again", "--out", "back").getAsJsonObject("run").get("provider").getAsString());
        assertEquals(-1, Files.mismatch(home("first/assignments.csv"), home("back/assignments.csv")));
    }

    /** Builds a copy of the sample, away from this tree, with what it takes from the update site in a repository of its own. */
    private Process buildSample(final Path log) throws IOException, InterruptedException, URISyntaxException {
        final Path keys = folder.resolve("keys.p12");
        final Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", keys.toString(),
            "-storepass", PASSWORD, "-alias", "partner", "-keyalg", "RSA", "-validity", "2", "-dname", "CN=Example Insight", "-ext", "eku=codeSigning")
            .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.txt").toFile()).start();
        assertEquals(0, keytool.waitFor(), () -> text(folder.resolve("keytool.txt")));
        final Path source = Installation.tree().resolve("releng/partner-sample");
        final Path sample = folder.resolve("sample");
        try (Stream<Path> files = Files.walk(source)) {
            for (final Path file : (Iterable<Path>) files.filter(file -> isSource(source.relativize(file)))::iterator) {
                Files.copy(file, sample.resolve(source.relativize(file).toString()));
            }
        }
        final List<String> command = new ArrayList<>(List.of(Installation.tree().resolve("mvnw").toString(), "-q", "-f", sample.resolve("pom.xml").toString(),
            "verify", "-Psign", "-Dkeystore=" + keys, "-Dalias=partner", "-Dkontor.site=" + Installation.updateSite(), "-Dmaven.repo.local=" + folder.resolve("bundles"),
            "-Dmaven.repo.local.tail=" + mavenRepository()));
        // all but the plug-in that signs is here, because the product was built with it
        if (Files.isDirectory(mavenRepository().resolve(SIGNING))) {
            command.add("-o");
        }
        final ProcessBuilder builder = new ProcessBuilder(command).directory(sample.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SIGN_PASSWORD", PASSWORD);
        builder.environment().merge("MAVEN_OPTS", "-XX:TieredStopAtLevel=1", (given, faster) -> given + ' ' + faster);
        return builder.start();
    }

    /** {@return the names of the site's files, sorted, each of which is signed in all its parts} */
    private static List<String> signed(final Path repository) throws IOException {
        final List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(repository)) {
            for (final Path file : (Iterable<Path>) files.filter(file -> repository.relativize(file).getNameCount() == 2)::iterator) {
                try (JarFile jar = new JarFile(file.toFile(), true)) {
                    for (final JarEntry entry : jar.stream().filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/")).toList()) {
                        jar.getInputStream(entry).readAllBytes();
                        assertNotNull(entry.getCodeSigners(), () -> file + ": " + entry + " is not signed");
                    }
                }
                names.add(file.getFileName().toString().replaceFirst("_.*", ""));
            }
        }
        return names.stream().sorted().toList();
    }

    private static boolean isSource(final Path file) {
        for (final Path part : file) {
            if (part.toString().equals("target") || part.toString().startsWith(".polyglot.")) {
                return false;
            }
        }
        return true;
    }

    /** {@return where Maven keeps the plug-ins that this build runs with, found by the file that JUnit was loaded from} */
    private static Path mavenRepository() throws URISyntaxException {
        Path file = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        while (!file.endsWith("org/junit/jupiter")) {
            file = file.getParent();
        }
        return file.resolve("../../..").normalize();
    }

    private void direct(final String... arguments) throws IOException, InterruptedException {
        final var outcome = installation.direct(arguments);
        assertEquals(0, outcome.code(), outcome.output() + outcome.errors());
    }

    private JsonObject json(final String... words) throws IOException, InterruptedException {
        final List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--json", "--language", "en"));
        final var outcome = installation.runBriefly(all.toArray(String[]::new));
        assertEquals(0, outcome.code(), outcome.output() + outcome.errors());
        return JsonParser.parseString(outcome.output()).getAsJsonObject();
    }

    private Path home(final String file) {
        return installation.home().resolve(file);
    }

    /** {@return the bundles that work, by method} */
    private Map<String, String> active() throws IOException, InterruptedException {
        return json("algorithms").getAsJsonArray("algorithms").asList().stream().map(each -> each.getAsJsonObject())
            .filter(each -> each.get("active").getAsBoolean())
            .collect(Collectors.toMap(each -> each.get("id").getAsString(), each -> each.get("provider").getAsString()));
    }

    private static double inertia(final JsonObject run) {
        return run.getAsJsonObject("metrics").get("inertia").getAsDouble();
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.getMessage();
        }
    }
}
