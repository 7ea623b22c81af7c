// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/**
 * Brings the layout that was kept from the last start up to this one. Views that nobody provides any more leave it: a later version has no such
 * view, or the feature that had it was uninstalled; the platform would show a tab with nothing in it. Views and perspectives are called as they
 * are in the language of now; the platform would keep the names of the language before. Views that an earlier version opened at the side stand
 * among the others.
 */
public final class KeptLayout {

    private static final String POINT = "org.eclipse.ui.views";
    private static final String PERSPECTIVES = "org.eclipse.ui.perspectives";
    private static final List<String> VIEWS = List.of("view", "e4view");
    private static final String TAG = "View";
    private static final Pattern CLASS = Pattern.compile("bundleclass://([^/]+)/(.+)");
    /** What the platform wraps views of the older kind in. */
    private static final String WRAPPER = "bundleclass://org.eclipse.ui.workbench/org.eclipse.ui.internal.e4.compatibility.CompatibilityView";

    /**
     * Runs after the layout was read and before anything of it is shown.
     *
     * @param application the layout
     * @param models      finds its elements
     * @param registry    knows which views are provided, and what they are called
     */
    @Execute
    public void execute(final MApplication application, final EModelService models, final IExtensionRegistry registry) {
        final var views = names(registry, POINT, VIEWS);
        remove(application, models, views.keySet());
        final var perspectives = names(registry, PERSPECTIVES, List.of("perspective"));
        application.getDescriptors().stream().filter(view -> views.containsKey(view.getElementId()))
                .forEach(view -> view.setLabel(views.get(view.getElementId())));
        for (final var part : models.findElements(application, null, MPart.class, null, EModelService.ANYWHERE)) {
            rename(part, part.getElementId(), views);
        }
        for (final MWindow window : application.getChildren()) {
            window.getSharedElements().stream().filter(MPart.class::isInstance).map(MPart.class::cast)
                    .forEach(part -> rename(part, part.getElementId(), views));
        }
        for (final var perspective : models.findElements(application, null, MPerspective.class, null, EModelService.ANYWHERE)) {
            rename(perspective, perspective.getElementId(), perspectives);
            WorkStack.mend(perspective, application, models);
        }
    }

    private static void rename(final MUILabel element, final String id, final Map<String, String> names) {
        if (names.containsKey(id)) {
            element.setLabel(names.get(id));
        }
    }

    /** What is provided, with its name in the language of now. */
    private static Map<String, String> names(final IExtensionRegistry registry, final String point, final List<String> kinds) {
        return Arrays.stream(registry.getConfigurationElementsFor(point)).filter(element -> kinds.contains(element.getName()))
                .filter(element -> element.getAttribute("id") != null && element.getAttribute("name") != null)
                .collect(Collectors.toMap(element -> element.getAttribute("id"), element -> element.getAttribute("name"), (one, other) -> one));
    }

    private static void remove(final MApplication application, final EModelService models, final Set<String> provided) {
        application.getDescriptors().removeIf(view -> view.getTags().contains(TAG) && isGone(view, view.getContributionURI(), provided));
        for (final var place : models.findElements(application, null, MPlaceholder.class, null, EModelService.ANYWHERE)) {
            if (isGone(place.getRef(), provided)) {
                leave(place);
                place.setRef(null);
            }
        }
        for (final MWindow window : application.getChildren()) {
            window.getSharedElements().removeIf(element -> isGone(element, provided));
        }
    }

    private static boolean isGone(final MUIElement element, final Set<String> provided) {
        return element instanceof final MPart part && part.getTags().contains(TAG) && isGone(part, part.getContributionURI(), provided);
    }

    /** Who is no extension may be part of a model fragment and is there as long as its class is. Views that can be open several times add a colon. */
    private static boolean isGone(final MApplicationElement view, final String uri, final Set<String> provided) {
        return view.getElementId() != null && !provided.contains(view.getElementId().replaceFirst(":.*", "")) && (uri == null || !isThere(uri));
    }

    private static boolean isThere(final String uri) {
        final var names = CLASS.matcher(uri);
        if (!names.matches() || uri.equals(WRAPPER)) {
            return false;
        }
        final var bundle = Platform.getBundle(names.group(1));
        return bundle != null && bundle.getResource(names.group(2).replace('.', '/') + ".class") != null;
    }

    /** Takes a view out of its stack, where another one comes to the front. */
    static void leave(final MPlaceholder place) {
        final MElementContainer<MUIElement> stack = place.getParent();
        if (stack == null) {
            return;
        }
        final boolean selected = stack.getSelectedElement() == place;
        stack.getChildren().remove(place);
        if (selected) {
            stack.setSelectedElement(stack.getChildren().stream().filter(MUIElement::isToBeRendered).findFirst().orElse(null));
        }
    }
}
