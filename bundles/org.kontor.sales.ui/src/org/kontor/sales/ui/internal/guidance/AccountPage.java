// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;

/** The open opportunities of one customer as widgets; made anew for each reading. */
final class AccountPage {

    /** What the person does. */
    interface Wishes {
        /** The account shall be opened. */
        void openAccount(UUID account);

        /** What to do in an opportunity shall be shown. */
        void guide(UUID opportunity);

        /** The account shall have a new opportunity. */
        void newOpportunity(UUID account);
    }

    /** A hint keeps long lines from widening the page; grabbing gives them what there is. */
    private static final int NARROW = 80;
    private static final int GAP = 10;

    private final Composite area;
    private final FieldFormat format = FieldFormat.current();

    AccountPage(final Composite parent, final AccountReading reading, final Wishes wishes) {
        area = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), "guidance.account");
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 4).applyTo(area);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), area);
        link("guidance.account.name", reading.name(), bold(resources, 2), () -> wishes.openAccount(reading.account()));
        text(Messages.text("account.open", reading.open()), Colours.CSS_MUTED);
        final var bold = bold(resources, 0);
        for (final var deal : reading.deals()) {
            link("guidance.deal." + deal.name(), deal.name(), bold, () -> wishes.guide(deal.opportunity())).setToolTipText(Messages.text("account.guide"));
            text(facts(deal), Colours.CSS_MUTED);
            deal.next().ifPresent(step -> text(Messages.text("account.next", step), Colours.CSS_SURFACE));
        }
        if (reading.open() > reading.deals().size()) {
            text(Messages.text("account.more", reading.open() - reading.deals().size()), Colours.CSS_MUTED);
        }
        final var button = WidgetKeys.named(new Button(area, SWT.PUSH), "guidance.new");
        button.setText(Messages.text("account.new"));
        button.setImage(Icons.OPPORTUNITY.image());
        button.addListener(SWT.Selection, event -> wishes.newOpportunity(reading.account()));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 12).applyTo(button);
    }

    private Font bold(final LocalResourceManager resources, final int larger) {
        return resources.create(FontDescriptor.createFrom(area.getFont()).setStyle(SWT.BOLD).increaseHeight(larger));
    }

    Composite control() {
        return area;
    }

    private String facts(final AccountReading.Deal deal) {
        return Stream.of(deal.stage(), deal.amount() == null ? null : format.money(deal.amount(), deal.currency()),
                deal.closeDate() == null ? null : format.date(deal.closeDate())).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private Link link(final String key, final String text, final Font font, final Runnable action) {
        final var link = WidgetKeys.named(new Link(area, SWT.WRAP), key);
        link.setText("<a>" + text.replace("&", "&&").replace("<", "‹").replace(">", "›") + "</a>");
        link.setFont(font);
        link.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).indent(0, area.getChildren().length == 1 ? 0 : GAP).applyTo(link);
        return link;
    }

    private void text(final String text, final String cssClass) {
        final var label = Colours.styled(new Label(area, SWT.WRAP), cssClass);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(label);
    }
}
