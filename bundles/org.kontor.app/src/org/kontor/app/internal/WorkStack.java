// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/**
 * Where a view opens for which a perspective has no place: beside the views of its largest stack. The platform would take the last stack, which
 * is a narrow one at the side, because no department knows the views of another. The platform opens a view in the stack that is tagged with the
 * view's category; so the largest stack is tagged with all of them. Views of the platform, such as its help, stay where it puts them.
 */
public final class WorkStack {

    private static final String VIEW = "View";
    private static final String PLATFORM = "org.eclipse.";
    /** The largest stack was told to this perspective at least once. */
    private static final String KNOWN = "org.kontor.app.workStack";

    private WorkStack() {
    }

    /**
     * Makes the largest stack the one where views open. As long as one is maximized, nothing changes: the others are away for the moment only.
     *
     * @param perspective what is shown
     * @param application knows the categories of all views
     * @param models      finds elements
     */
    public static void choose(final MPerspective perspective, final MApplication application, final EModelService models) {
        final var stacks = stacks(perspective, models);
        if (stacks.stream().anyMatch(stack -> stack.getTags().contains(IPresentationEngine.MAXIMIZED))) {
            return;
        }
        final var categories = categories(application);
        largest(perspective).ifPresent(work -> {
            stacks.stream().filter(stack -> stack != work).forEach(stack -> stack.getTags().removeAll(categories));
            categories.stream().filter(category -> !work.getTags().contains(category)).forEach(work.getTags()::add);
            perspective.getPersistedState().put(KNOWN, "");
        });
    }

    /**
     * Moves views that the platform opened at the side, in a layout that was kept by a version before the largest stack was chosen. The platform
     * left the category of such a view at the stack, and put the view behind what was there.
     *
     * @param perspective what was kept
     * @param application knows the categories of all views
     * @param models      finds elements
     */
    static void mend(final MPerspective perspective, final MApplication application, final EModelService models) {
        if (perspective.getPersistedState().containsKey(KNOWN)) {
            return;
        }
        final var categories = categories(application);
        largest(perspective).ifPresent(work -> stacks(perspective, models).stream().filter(stack -> stack != work).forEach(stack -> {
            final var strange = stack.getTags().stream().filter(categories::contains).collect(Collectors.toSet());
            views(application, strange).forEach(id -> move(id, stack, work));
        }));
    }

    private static List<MPartStack> stacks(final MPerspective perspective, final EModelService models) {
        return models.findElements(perspective, null, MPartStack.class, null, EModelService.IN_ANY_PERSPECTIVE);
    }

    private static void move(final String view, final MPartStack from, final MPartStack to) {
        for (final var element : from.getChildren().stream().skip(1).toList()) {
            if (element instanceof final MPlaceholder place && view.equals(place.getElementId())) {
                KeptLayout.leave(place);
                to.getChildren().add(place);
            }
        }
    }

    private static Set<String> categories(final MApplication application) {
        return application.getDescriptors().stream().filter(view -> view.getTags().contains(VIEW) && !view.getElementId().startsWith(PLATFORM))
                .map(view -> view.getCategory()).filter(category -> category != null && !category.isBlank()).collect(Collectors.toSet());
    }

    private static List<String> views(final MApplication application, final Set<String> categories) {
        return application.getDescriptors().stream().filter(view -> view.getCategory() != null && categories.contains(view.getCategory()))
                .map(view -> view.getElementId()).toList();
    }

    /** A stack and its share of the window. */
    private record Room(MPartStack stack, double share) {
    }

    private static Optional<MPartStack> largest(final MPerspective perspective) {
        final var rooms = new ArrayList<Room>();
        share(perspective, 1, rooms::add);
        return rooms.stream().max(Comparator.comparingDouble(Room::share)).map(Room::stack);
    }

    private static void share(final MElementContainer<?> container, final double share, final Consumer<Room> rooms) {
        final var shown = container.getChildren().stream().map(MUIElement.class::cast)
                .filter(child -> child.isToBeRendered() && child.isVisible() && !child.getTags().contains(IPresentationEngine.MINIMIZED)).toList();
        final double sum = shown.stream().mapToDouble(WorkStack::weight).sum();
        for (final var child : shown) {
            final double part = share * weight(child) / sum;
            if (child instanceof final MPartStack stack) {
                rooms.accept(new Room(stack, part));
            } else if (child instanceof final MElementContainer<?> inner) {
                share(inner, part, rooms);
            }
        }
    }

    /** What the platform takes where nothing is said, or nothing that it can read. */
    private static double weight(final MUIElement element) {
        final var said = element.getContainerData();
        return said != null && said.matches("[1-9]\\d*") ? Double.parseDouble(said) : 100;
    }
}
