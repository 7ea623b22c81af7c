// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.kontor.architecture.tests.sample.BadHabits;

/** Each check is shown something bad and must say so; without this a check that looks nowhere would pass for ever. */
class NegativeControlTest {

    private static final String REQUIRE = "Require-Bundle";
    private static final String IMPORT = "Import-Package";
    private static final String EXPORT = "Export-Package";

    @Test
    void salesMustNotRequireTheWorkbenchKit() {
        assertCaught(new DirectionCheck(List.of()).violations(bundle("sales", REQUIRE, "org.kontor.customers,org.kontor.ui")), "sales must not use ui");
    }

    @Test
    void salesMustNotImportAPackageOfSalesUi() {
        final BundleFolder user = bundle("sales", IMPORT, "org.kontor.sales.ui.board");
        final BundleFolder owner = bundle("sales.ui", EXPORT, "org.kontor.sales.ui.board");
        assertCaught(new DirectionCheck(List.of(user, owner)).violations(user), "sales must not use sales.ui");
    }

    @Test
    void aClassThatReachesUpIsCaughtWithoutTheManifest() {
        final ClassFile upward = type("org.kontor.model.Reaching", Set.of("org.kontor.store.UnitOfWork"), Set.of());
        final BundleFolder user = new BundleFolder("model", Path.of("none"), new Attributes(), List.of(upward));
        final BundleFolder owner = bundle("store", EXPORT, "org.kontor.store");
        assertCaught(new DirectionCheck(List.of(user, owner)).violations(user), "model must not use store");
    }

    @Test
    void aRoomThatNobodyPlannedIsCaught() {
        assertCaught(new DirectionCheck(List.of()).violations(bundle("shed", REQUIRE, "org.kontor.core")), "shed is not in the table");
    }

    @Test
    void aSampleThatReachesInsideIsCaught() {
        assertCaught(SampleCheck.violations("Page.java", "import org.kontor.ui.internal.editor.RecordTabs;"), "Page.java uses org.kontor.ui.internal.editor.RecordTabs");
        assertEquals(List.of(), SampleCheck.violations("Page.java", "import org.kontor.ui.editor.RecordPage;"));
    }

    @Test
    void whatIsAllowedIsNotCaught() {
        assertEquals(List.of(), new DirectionCheck(List.of()).violations(bundle("sales.ui", REQUIRE, "org.kontor.core,org.kontor.customers.ui,org.kontor.sales")));
        assertEquals(List.of(), LibraryCheck.violations(bundle("model", IMPORT, "jakarta.persistence,org.eclipse.persistence.queries;resolution:=optional")));
    }

    @Test
    void librariesOutsideTheirRoomAreCaught() {
        assertCaught(LibraryCheck.violations(bundle("sales", IMPORT, "org.eclipse.persistence.queries")), "must not use org.eclipse.persistence");
        assertCaught(LibraryCheck.violations(bundle("model", IMPORT, "org.eclipse.persistence.queries")), "must not use org.eclipse.persistence");
        assertCaught(LibraryCheck.violations(bundle("store", IMPORT, "org.apache.derby.jdbc")), "must not use org.apache.derby");
        assertCaught(LibraryCheck.violations(bundle("sales.ui", IMPORT, "org.jfree.chart")), "must not use org.jfree");
        assertCaught(LibraryCheck.violations(bundle("customers", IMPORT, "jakarta.persistence;version=3.2")), "must not use jakarta.persistence");
        assertCaught(LibraryCheck.violations(bundle("headless", IMPORT, "de.siegmar.fastcsv.reader")), "must not use de.siegmar.fastcsv");
        assertCaught(LibraryCheck.violations(bundle("sales.ui", REQUIRE, "org.eclipse.nebula.widgets.nattable.core")), "must not use org.eclipse.nebula");
    }

    @Test
    void windowsBelowTheUserInterfaceAreCaught() {
        assertCaught(LibraryCheck.violations(bundle("sales", REQUIRE, "org.eclipse.swt")), "room without windows");
        final ClassFile windowed = type("org.kontor.store.Box", Set.of("org.eclipse.jface.dialogs.MessageDialog"), Set.of());
        assertCaught(LibraryCheck.violations(new BundleFolder("store", Path.of("none"), new Attributes(), List.of(windowed))), "room without windows");
    }

    @Test
    void openDoorsInManifestsAreCaught() {
        assertCaught(ManifestCheck.violations(bundle("ui", REQUIRE, "org.eclipse.swt;visibility:=reexport")), "re-exports org.eclipse.swt");
        assertCaught(ManifestCheck.violations(bundle("ui", EXPORT, "org.kontor.ui.internal")), "to everybody");
        assertCaught(ManifestCheck.violations(bundle("ui", EXPORT, "org.kontor.ui.internal;x-friends:=\"org.kontor.ui.tests,org.kontor.sales.ui\"")), "org.kontor.sales.ui a friend");
        assertCaught(ManifestCheck.violations(bundle("ui", EXPORT, "org.kontor.ui")), "Automatic-Module-Name");
    }

    @Test
    void aComponentThatCannotStartIsCaught() {
        final ClassFile component = new ClassFile("org.kontor.sales.Board", "java.lang.Object", Set.of(), Set.of(),
            Set.of("org.osgi.service.component.annotations.Component"), Set.of());
        final var found = ManifestCheck.violations(new BundleFolder("sales", Path.of("none"), new Attributes(), List.of(component)));
        assertCaught(found, "no Bundle-ActivationPolicy: lazy");
        assertCaught(found, "1 components, of which 0 are described");
    }

    @Test
    void bannedCallsAreCaught() throws IOException {
        final ClassFile bad = badHabits();
        assertCaught(CallCheck.violations("sales", false, bad), "uses java.lang.System.out");
        assertCaught(CallCheck.violations("sales", false, bad), "printStackTrace");
        assertCaught(CallCheck.violations("sales.tests", true, bad), "Thread.sleep");
        assertCaught(CallCheck.violations("sales.ui", false, type("X", Set.of("org.eclipse.ui.PlatformUI"), Set.of())), "PlatformUI");
        assertCaught(CallCheck.violations("ui", false, type("X", Set.of(), Set.of("org.eclipse.swt.widgets.Display.getDefault"))), "Display.getDefault");
    }

    @Test
    void badSourcesAreCaught() {
        final String licence = "// SPDX-License-Identifier: EPL-2.0\n";
        assertCaught(SourceCheck.violations("A", "package a;\n"), "licence");
        assertCaught(SourceCheck.violations("A", licence + "try { } catch (final Throwable e) { log(e); }"), "catches Throwable");
        assertCaught(SourceCheck.violations("A", licence + "try { } catch (IOException e) {\n }"), "empty catch");
        assertCaught(SourceCheck.violations("A", licence + "// TO" + "DO later"), "open end");
        assertCaught(SourceCheck.violations("A", licence + "\n".repeat(600)), "601 lines");
        assertEquals(List.of(), SourceCheck.violations("A", licence + "try { } catch (final IOException e) { log(e); }"));
    }

    @Test
    void differencesBetweenTheLanguagesAreCaught() {
        assertCaught(TextCheck.violations("t", texts("a", "one"), texts("b", "one")), "a is only in the base file");
        assertCaught(TextCheck.violations("t", texts("a", "{0} of {1}"), texts("a", "{0}")), "other placeholders");
        assertCaught(TextCheck.violations("t", texts("a", "one"), texts("a", " ")), "empty in one language");
        assertEquals(List.of(), TextCheck.violations("t", texts("a", "{0} of {1}"), texts("a", "{1} {0,number}")));
        assertCaught(TextCheck.violations("t", texts("a", "{0,choice,one row|1<{0} rows}"), texts("a", "{0}")), "cannot be said of 0");
        assertEquals(List.of(), TextCheck.violations("t", texts("a", "{0,choice,0#{0} rows|1#1 row|1<{0} rows}"), texts("a", "{0}")));
    }

    @Test
    void anEntityWithoutVersionIsCaught() {
        final ClassFile base = new ClassFile("Base", "java.lang.Object", Set.of(), Set.of(), Set.of(), Set.of("jakarta.persistence.Version"));
        final ClassFile good = new ClassFile("Good", "Base", Set.of(), Set.of(), Set.of("jakarta.persistence.Entity"), Set.of());
        final ClassFile bad = new ClassFile("Bad", "java.lang.Object", Set.of(), Set.of(), Set.of("jakarta.persistence.Entity"), Set.of());
        assertEquals(List.of("Bad is an entity without @Version"), EntityCheck.violations(List.of(base, good, bad)));
    }

    private static void assertCaught(final List<String> found, final String expected) {
        assertTrue(found.stream().anyMatch(line -> line.contains(expected)), () -> expected + " is not among " + found);
    }

    private static BundleFolder bundle(final String room, final String header, final String value) {
        final Attributes manifest = new Attributes();
        manifest.putValue(header, value);
        return new BundleFolder(room, Path.of("none"), manifest, List.of());
    }

    private static ClassFile type(final String name, final Set<String> types, final Set<String> members) {
        return new ClassFile(name, "java.lang.Object", types, members, Set.of(), Set.of());
    }

    private static ClassFile badHabits() throws IOException {
        try (InputStream in = BadHabits.class.getResourceAsStream("BadHabits.class")) {
            return ClassFile.read(in.readAllBytes());
        }
    }

    private static Properties texts(final String key, final String text) {
        final Properties properties = new Properties();
        properties.setProperty(key, text);
        return properties;
    }
}
