// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import org.kontor.app.internal.KeptLayout;

/** A layout that an earlier version kept, with views that this one does not have. */
class KeptLayoutTest {

    private static final String HERE = "bundleclass://org.kontor.app/org.kontor.app.internal.KeptLayout";
    private static final String WRAPPER = "bundleclass://org.eclipse.ui.workbench/org.eclipse.ui.internal.e4.compatibility.CompatibilityView";

    private final EModelService models = PlatformUI.getWorkbench().getService(EModelService.class);
    private final MApplication application = models.createModelElement(MApplication.class);
    private final MTrimmedWindow window = models.createModelElement(MTrimmedWindow.class);
    private final MPerspective perspective = models.createModelElement(MPerspective.class);
    private final MPartStack stack = models.createModelElement(MPartStack.class);

    KeptLayoutTest() {
        perspective.getChildren().add(stack);
        final var perspectives = models.createModelElement(MPerspectiveStack.class);
        perspectives.getChildren().add(perspective);
        window.getChildren().add(perspectives);
        application.getChildren().add(window);
    }

    private MPlaceholder view(final String id, final String uri, final String tag) {
        final var part = models.createModelElement(MPart.class);
        part.setElementId(id);
        part.setContributionURI(uri);
        part.getTags().add(tag);
        window.getSharedElements().add(part);
        final var place = models.createModelElement(MPlaceholder.class);
        place.setElementId(id);
        place.setRef(part);
        stack.getChildren().add(place);
        return place;
    }

    private static List<String> ids(final List<? extends MApplicationElement> elements) {
        return elements.stream().map(MApplicationElement::getElementId).toList();
    }

    @Test
    void viewsThatNobodyProvidesAnyMoreLeaveTheLayoutAndAllOthersStay() {
        final var kept = List.of("org.kontor.ui.timeline", "org.kontor.ui.changeLog:second", "of.a.fragment", "an.editor");
        final var first = view(kept.get(0), "bundleclass://org.kontor.ui/org.kontor.ui.internal.Moved", "View");
        view("org.kontor.old.view", "bundleclass://org.kontor.ui/org.kontor.ui.internal.NoSuchView", "View");
        view(kept.get(1), WRAPPER, "View");
        final var shown = view("org.kontor.old.other:2", "bundleclass://org.kontor.uninstalled/a.View", "View");
        view("org.kontor.old.wrapped", WRAPPER, "View");
        view(kept.get(2), HERE, "View");
        view(kept.get(3), "bundleclass://org.kontor.uninstalled/an.Editor", "Editor");
        stack.setSelectedElement(shown);
        final var descriptor = models.createModelElement(MPartDescriptor.class);
        descriptor.setElementId("org.kontor.old.view");
        descriptor.getTags().add("View");
        application.getDescriptors().add(descriptor);

        new KeptLayout().execute(application, models, Platform.getExtensionRegistry());

        assertEquals(kept, ids(stack.getChildren()));
        assertEquals(kept, ids(window.getSharedElements()));
        assertSame(first, stack.getSelectedElement(), "another tab comes to the front");
        assertEquals(List.of(), application.getDescriptors());
    }

    @Test
    void viewsAndPerspectivesAreCalledAsInTheLanguageOfNow() {
        final var place = view("org.kontor.ui.timeline", "bundleclass://org.kontor.ui/org.kontor.ui.internal.Moved", "View");
        final var kept = (MPart) place.getRef();
        kept.setLabel("Zeitstrahl");
        final var own = (MPart) view("of.a.fragment", HERE, "View").getRef();
        own.setLabel("Of a fragment");
        perspective.setElementId("org.kontor.app.start");
        perspective.setLabel("Anfang");

        new KeptLayout().execute(application, models, Platform.getExtensionRegistry());

        assertEquals(PlatformUI.getWorkbench().getViewRegistry().find("org.kontor.ui.timeline").getLabel(), kept.getLabel());
        assertEquals("Of a fragment", own.getLabel(), "nobody else knows its name");
        assertEquals(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId("org.kontor.app.start").getLabel(), perspective.getLabel());
    }
}
