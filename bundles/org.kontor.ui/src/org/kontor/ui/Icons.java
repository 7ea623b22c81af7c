// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.osgi.framework.FrameworkUtil;

import org.kontor.model.ActivityKind;

/**
 * The icons of the workbench: drawn on a grid of 16 by 16 with one stroke, sharp at every zoom, in colours that stand out on light and on
 * dark ground. The file of each is {@code icons/NAME.svg} of this bundle, for use in {@code plugin.xml} as
 * {@code platform:/plugin/org.kontor.ui/icons/account.svg}.
 *
 * @since 0.1
 */
public enum Icons {
    ACCOUNT, CONTACT, LEAD, OPPORTUNITY, PRODUCT, ORDER, RETURN, ACTIVITY, TASK, CALL, MEETING, NOTE, MAIL, USER, TEAM, RECORD, BOARD,
            FUNNEL,
    TIMELINE, HISTORY, CHART, REPORT, IMPORT, EXPORT, UNDO, REDO, NEW, DELETE, FILTER, COLUMNS, SETTINGS, REFRESH, SAVE, SEARCH, OPEN,
    CLEAR,
    CALENDAR, COPY, LINK, CONVERT, MERGE, MONEY, STAGE, HOME, BACKUP, ERROR, WARNING, INFO, DONE, LOCK;

    /** @return what to hand to actions, wizards and parts; never null */
    public ImageDescriptor descriptor() {
        final var file = FrameworkUtil.getBundle(Icons.class).getEntry("icons/" + name().toLowerCase(Locale.ROOT) + ".svg");
        return ImageDescriptor.createFromURL(file);
    }

    /**
     * The icon as an image that is shared and lives as long as the display: never dispose of it.
     *
     * @return the image; to be called on the user-interface thread
     */
    public Image image() {
        return JFaceResources.getResources().get(descriptor());
    }

    /**
     * The icon of an action that cannot be chosen now: the same drawing, faint on every ground.
     *
     * @return the image, shared like {@link #image()}
     */
    public Image disabledImage() {
        return JFaceResources.getResources().get(new FaintIcon(descriptor()));
    }

    /** Another icon with less weight; two of one icon are equal, so that its image is made once. */
    private static final class FaintIcon extends ImageDescriptor {

        private static final int SHARE = 3;

        private final ImageDescriptor icon;

        FaintIcon(final ImageDescriptor icon) {
            this.icon = icon;
        }

        @Override
        public ImageData getImageData(final int zoom) {
            final var data = icon.getImageData(zoom);
            final var faint = (ImageData) data.clone();
            final var alphas = new byte[data.width];
            for (int line = 0; line < data.height; line++) {
                data.getAlphas(0, line, data.width, alphas, 0);
                for (int column = 0; column < alphas.length; column++) {
                    alphas[column] = (byte) ((alphas[column] & 0xff) / SHARE);
                }
                faint.setAlphas(0, line, data.width, alphas, 0);
            }
            return faint;
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof final FaintIcon faint && faint.icon.equals(icon);
        }

        @Override
        public int hashCode() {
            return icon.hashCode() + 1;
        }
    }

    /**
     * @param recordType a record type's name, such as {@code Account}
     * @return its icon; {@link #RECORD} for a type that has none of its own
     */
    public static Icons of(final String recordType) {
        return switch (recordType) {
            case "Account" -> ACCOUNT;
            case "Contact", "AccountContact", "OpportunityContactRole" -> CONTACT;
            case "Lead" -> LEAD;
            case "Opportunity" -> OPPORTUNITY;
            case "Product", "OpportunityLineItem", "OrderItem", "PriceBookEntry" -> PRODUCT;
            case "Order" -> ORDER;
            case "ReturnOrder" -> RETURN;
            case "Activity" -> ACTIVITY;
            case "User" -> USER;
            case "Team" -> TEAM;
            case "Stage", "StageHistory", "Status", "Pipeline" -> STAGE;
            case "PriceBook", "ExchangeRate" -> MONEY;
            case "Setting" -> SETTINGS;
            case "ImportJob", "ImportMapping" -> IMPORT;
            case "ContactPoint" -> MAIL;
            default -> RECORD;
        };
    }

    /**
     * @param kind a kind of activity, or null
     * @return its icon
     */
    public static Icons of(final ActivityKind kind) {
        return switch (kind) {
            case null -> ACTIVITY;
            case TASK -> TASK;
            case CALL -> CALL;
            case MEETING -> MEETING;
        };
    }
}
