// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

import org.kontor.ui.Icons;

/** The icons of record types at twice their size, for headers. */
public final class LargeIcons {

    private LargeIcons() {
    }

    /**
     * @param icon an icon of a record type
     * @return its large drawing, shared; the small one where there is none
     */
    public static Image of(final Icons icon) {
        final var file = FrameworkUtil.getBundle(LargeIcons.class).getEntry("icons/large/" + icon.name().toLowerCase(Locale.ROOT) + ".svg");
        return file == null ? icon.image() : JFaceResources.getResources().get(ImageDescriptor.createFromURL(file));
    }
}
