// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

import org.kontor.model.Account;
import org.kontor.model.Order;
import org.kontor.testkit.Samples;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;

/** The page of the partner's sample comes to the account editor with the sample's bundle, made of its sources, and goes with it. */
class SamplePageTest {

    private static final String BUNDLE = "com.example.insight";
    private static final String SAMPLE = "releng/partner-sample";
    private static final String PAGE = "page.com.example.insight.account.rhythm";
    private static final int WEEK = 7;

    private final AnalyticsFixture fixture = new AnalyticsFixture();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Path sample() {
        Path tree = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (tree != null && !Files.isDirectory(tree.resolve(SAMPLE))) {
            tree = tree.getParent();
        }
        assertNotNull(tree, "the test runs within the source tree");
        return tree.resolve(SAMPLE).resolve(BUNDLE);
    }

    /** The bundle as its own build makes it, but for the providers of methods, which have tests of their own. */
    private Bundle install() throws IOException, BundleException {
        final var source = sample().resolve("src");
        try (Stream<Path> files = Files.walk(sample())) {
            for (final var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                final var target = folder.resolve((file.startsWith(source) ? source : sample()).relativize(file).toString());
                if (!file.toString().endsWith(".java") && !file.startsWith(sample().resolve("target"))) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        final var said = new StringWriter();
        final var compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler, "tests run on a JDK");
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            final var page = manager.getJavaFileObjects(source.resolve("com/example/insight/page/RhythmPage.java"));
            assertTrue(compiler.getTask(said, manager, null, List.of("--release", "21", "-proc:none", "-d", folder.toString(), "-cp", classPath(), "-sourcepath",
                    source.toString()), null, page).call(), said::toString);
        }
        final var bundle = FrameworkUtil.getBundle(SamplePageTest.class).getBundleContext().installBundle("reference:" + folder.toUri());
        bundle.start(Bundle.START_ACTIVATION_POLICY);
        return bundle;
    }

    private static String classPath() {
        return Arrays.stream(FrameworkUtil.getBundle(SamplePageTest.class).getBundleContext().getBundles())
                .flatMap(bundle -> FileLocator.getBundleFileLocation(bundle).stream()).flatMap(file -> Stream.of(file, new File(file, "target/classes")))
                .filter(File::exists).map(File::getPath).collect(Collectors.joining(File.pathSeparator));
    }

    private void open(final Account account) {
        Commands.open(fixture.context(), RecordRef.of(Account.class, account.getId()));
        fixture.ui.find(CTabItem.class, "page.details");
    }

    @Test
    void thePageOfAPartnerIsOnTheAccountEditorAsLongAsItsBundleIsThere() throws IOException, BundleException {
        final var account = Samples.account("Weekly Ltd.");
        fixture.store.add(account);
        final var today = LocalDate.now();
        fixture.store.add(IntStream.rangeClosed(1, 5).mapToObj(week -> fixture.order(account, today.minusDays((long) week * WEEK), 10)).toArray(Order[]::new));
        final var bundle = install();
        try {
            open(account);
            assertEquals("Purchase Rhythm", fixture.ui.find(CTabItem.class, PAGE).getText());
            fixture.ui.click(PAGE);
            fixture.ui.until("the purchases are read", () -> fixture.ui.find(Table.class, "insight.purchases").getItemCount() == 5);
            assertEquals("7", fixture.ui.find(Table.class, "insight.purchases").getItem(0).getText(1), "days since the purchase before");
            final var before = fixture.ui.find(Label.class, "insight.sentence").getText();
            assertTrue(before.contains("7"), before);
            fixture.store.add(fixture.order(account, today, 10));
            fixture.ui.until("the page follows the store", () -> fixture.ui.find(Table.class, "insight.purchases").getItemCount() == 6);
            fixture.page().closeAllEditors(false);
            fixture.idle();
        } finally {
            bundle.uninstall();
        }
        open(account);
        assertTrue(fixture.ui.look(CTabItem.class, PAGE).isEmpty(), "it goes with its bundle");
    }
}
