// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Set;

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
import org.kontor.app.internal.WorkStack;

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
        described("org.kontor.old.view", "Old", null);

        new KeptLayout().execute(application, models, Platform.getExtensionRegistry());

        assertEquals(kept, ids(stack.getChildren()));
        assertEquals(kept, ids(window.getSharedElements()));
        assertSame(first, stack.getSelectedElement(), "another tab comes to the front");
        assertEquals(List.of(), application.getDescriptors());
    }

    private void described(final String id, final String category, final String uri) {
        final var descriptor = models.createModelElement(MPartDescriptor.class);
        descriptor.setElementId(id);
        descriptor.setCategory(category);
        descriptor.setContributionURI(uri);
        descriptor.getTags().add("View");
        application.getDescriptors().add(descriptor);
    }

    @Test
    void viewsThatAnEarlierVersionOpenedAtTheSideStandAmongTheOthersOnce() {
        final var side = models.createModelElement(MPartStack.class);
        perspective.getChildren().add(side);
        stack.setContainerData("7400");
        side.setContainerData("2600");
        described("of.a.department", "One department", HERE);
        described("of.another", "Another", HERE);
        described("beside", "Another", HERE);
        final var places = List.of("guidance", "beside", "of.another", "of.a.department").stream().map(id -> view(id, HERE, "View")).toList();
        view("board", HERE, "View");
        side.getChildren().addAll(places);
        side.setSelectedElement(places.get(3));
        side.getTags().add("One department");

        new KeptLayout().execute(application, models, Platform.getExtensionRegistry());

        assertEquals(List.of("board", "of.a.department"), ids(stack.getChildren()));
        assertEquals(List.of("guidance", "beside", "of.another"), ids(side.getChildren()), "nothing tells that these did not belong here");
        assertSame(places.get(0), side.getSelectedElement());

        WorkStack.choose(perspective, application, models);
        assertEquals(Set.of("One department", "Another"), Set.copyOf(stack.getTags()));
        assertEquals(List.of(), side.getTags());
        side.getChildren().add(places.get(3));
        side.setContainerData("9000");
        new KeptLayout().execute(application, models, Platform.getExtensionRegistry());
        assertEquals(List.of("board"), ids(stack.getChildren()), "what a person puts somewhere stays there");
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
