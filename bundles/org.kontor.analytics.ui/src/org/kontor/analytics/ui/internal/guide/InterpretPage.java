// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.model.AnalysisSchedule;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The last step: the result, and what is made of it: a saved analysis, and labels that sales sees at its customers. */
final class InterpretPage implements GuidePage {

    private static final int FIELD = 200;

    private final AnalyticsServices services;
    private final Composite root;
    private final Text name;
    private final Text scheme;
    private final Button save;
    private final Button classify;
    private final Label said;
    private final ResultPage page;
    private Optional<RunPage.Ended> shown = Optional.empty();

    InterpretPage(final Composite parent, final AnalyticsServices services, final ResultPage.Host host) {
        this.services = services;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(root);
        final var bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_RAISED);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(10, 6).spacing(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        name = field(bar, "name");
        save = button(bar, "save", Icons.SAVE, this::save);
        scheme = field(bar, "scheme");
        classify = button(bar, "classify", Icons.ACCOUNT, this::classify);
        said = WidgetKeys.named(Colours.styled(new Label(bar, SWT.NONE), Colours.CSS_RAISED + ' ' + Colours.CSS_SUCCESS), "guide.said");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(said);
        page = new ResultPage(root, host);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page.control());
    }

    private Text field(final Composite bar, final String key) {
        final var text = WidgetKeys.named(new Text(bar, SWT.BORDER), "guide." + key);
        text.setMessage(Messages.text("interpret." + key));
        GridDataFactory.swtDefaults().hint(FIELD, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Button button(final Composite bar, final String key, final Icons icon, final Runnable action) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH), "guide." + key);
        button.setText(Messages.text("interpret." + key));
        button.setToolTipText(Messages.text("interpret." + key + ".help"));
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        save.setEnabled(shown.isPresent());
        classify.setEnabled(shown.isPresent());
    }

    void applyTheme() {
        page.applyTheme();
    }

    void show(final RunPage.Ended ended, final String title, final String provenance) {
        shown = Optional.of(ended);
        said.setText("");
        name.setText(title);
        scheme.setText(ended.run().plan().algorithm());
        ended.result().ifPresent(result -> page.show(new ResultPage.Content(title, provenance, ended.run().warnings(), result, ended.names())));
    }

    private void save() {
        final var store = services.store();
        if (store.isEmpty() || shown.isEmpty() || name.getText().isBlank()) {
            name.setFocus();
            return;
        }
        final var words = name.getText().strip();
        final var plan = shown.get().run().plan();
        Background.of(root, Messages.text("interpret.save.job"), progress -> services.runs().save(store.get(), Optional.empty(), words, plan,
                AnalysisSchedule.NONE, Optional.empty())).then(saved -> say(Messages.text("interpret.saved", saved.name()))).start();
    }

    private void classify() {
        final var store = services.store();
        if (store.isEmpty() || shown.isEmpty() || scheme.getText().isBlank()) {
            scheme.setFocus();
            return;
        }
        final var words = scheme.getText().strip();
        final var run = shown.get().run().id();
        Background.of(root, Messages.text("interpret.classify.job"), progress -> services.runs().writeBack(store.get(), run, words, progress))
                .then(written -> say(Messages.text("interpret.classified", written.classified(), words, written.unknown()))).start();
    }

    private void say(final String words) {
        said.setText(words.replace("&", "&&"));
        said.getParent().layout();
    }
}
