// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** The settings of a method as fields, made from its description alone: label, help, range and preset; checked with every key. */
final class ParameterForm {

    private static final int FIELD = 220;
    private static final int HELP = 150;

    private final GuideModel model;
    private final Composite root;
    private final Runnable changed;

    ParameterForm(final Composite parent, final GuideModel model, final AlgorithmDescriptor descriptor, final Runnable changed) {
        this.model = model;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(0, 4).spacing(14, 6).applyTo(root);
        descriptor.parameters().forEach(parameter -> field(descriptor, parameter));
        if (descriptor.can(Capability.RANDOM)) {
            seed();
        }
        if (descriptor.parameters().isEmpty() && !descriptor.can(Capability.RANDOM)) {
            final var none = new Label(root, SWT.NONE);
            none.setText(Messages.text("parameters.none"));
        }
    }

    Composite control() {
        return root;
    }

    private void field(final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        final var label = new Label(root, SWT.NONE);
        label.setText(descriptor.label(parameter).text().replace("&", "&&"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 5).applyTo(label);
        final boolean wide = parameter instanceof TableParameter || parameter instanceof final NumbersParameter numbers && numbers.most() > 1;
        final var side = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(side);
        GridDataFactory.fillDefaults().span(wide ? 2 : 1, 1).grab(wide, false).align(wide ? SWT.FILL : SWT.BEGINNING, SWT.BEGINNING).applyTo(side);
        final var wrong = new Label[1];
        final Consumer<String> take = text -> {
            final var problem = model.setParameter(parameter, text);
            wrong[0].setText(problem.map(found -> found.happened() + ' ' + found.nextStep()).orElse("").replace("&", "&&"));
            GridDataFactory.fillDefaults().grab(true, false).hint(FIELD, SWT.DEFAULT).exclude(problem.isEmpty()).applyTo(wrong[0]);
            wrong[0].setVisible(problem.isPresent());
            root.getParent().layout(true, true);
            changed.run();
        };
        if (wide) {
            help(side, descriptor, parameter);
        }
        final var control = control(side, descriptor, parameter, take);
        if (!isTable(parameter)) {
            WidgetKeys.named(control, key(parameter));
        }
        GridDataFactory.fillDefaults().grab(wide, false).hint(wide ? HELP : isTable(parameter) ? SWT.DEFAULT : FIELD, SWT.DEFAULT).applyTo(control);
        wrong[0] = WidgetKeys.named(Colours.styled(new Label(side, SWT.WRAP), Colours.CSS_ERROR), key(parameter) + ".problem");
        GridDataFactory.fillDefaults().exclude(true).applyTo(wrong[0]);
        if (!wide) {
            help(root, descriptor, parameter);
        }
    }

    private static String key(final Parameter<?> parameter) {
        return "guide.parameter." + parameter.name();
    }

    private static void help(final Composite parent, final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        final var help = Colours.styled(new Label(parent, SWT.WRAP), Colours.CSS_MUTED);
        help.setText((descriptor.help(parameter).text() + ' ' + facts(descriptor, parameter)).strip().replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(HELP, SWT.DEFAULT).indent(0, 5).applyTo(help);
    }

    /** What is allowed and what the preset is; a table shows its preset itself. */
    private static String facts(final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        if (isTable(parameter)) {
            return Messages.text(parameter instanceof final NumbersParameter numbers && numbers.increasing() ? "parameter.rising" : "parameter.table");
        }
        if (GuideModel.preset(parameter).isEmpty()) {
            return parameter.range().isEmpty() ? "" : Messages.text("parameter.allowed", range(descriptor, parameter));
        }
        return parameter.range().isEmpty() || parameter instanceof FlagParameter ? Messages.text("parameter.preset", shownPreset(descriptor, parameter))
                : Messages.text("parameter.facts", range(descriptor, parameter), shownPreset(descriptor, parameter));
    }

    private static String range(final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        return parameter instanceof final ChoiceParameter choice
                ? String.join(", ", choice.choices().stream().map(name -> descriptor.label(choice, name).text()).toList()) : parameter.range();
    }

    private static String shownPreset(final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        return switch (parameter) {
            case ChoiceParameter choice -> descriptor.label(choice, choice.preset()).text();
            case FlagParameter flag -> Messages.text(flag.preset() ? "yes" : "no");
            default -> GuideModel.preset(parameter);
        };
    }

    private static boolean isTable(final Parameter<?> parameter) {
        return parameter instanceof TableParameter || parameter instanceof NumbersParameter;
    }

    private Control control(final Composite side, final AlgorithmDescriptor descriptor, final Parameter<?> parameter, final Consumer<String> take) {
        return switch (parameter) {
            case ChoiceParameter choice -> combo(side, descriptor, choice, take);
            case FlagParameter flag -> check(side, flag, take);
            case TableParameter table -> rows(side, table, RowsFormat.of(descriptor, table), take);
            case NumbersParameter numbers -> rows(side, numbers, RowsFormat.of(numbers, model.parameter(numbers), model.features()), take);
            case IntegerParameter number -> text(side, number, take);
            case RealParameter number -> text(side, number, take);
            case DateParameter date -> text(side, date, take);
            case TextParameter text -> text(side, text, take);
        };
    }

    private Combo combo(final Composite side, final AlgorithmDescriptor descriptor, final ChoiceParameter choice, final Consumer<String> take) {
        final var combo = Lists.choice(side);
        combo.setItems(choice.choices().stream().map(name -> descriptor.label(choice, name).text()).toArray(String[]::new));
        combo.select(choice.choices().indexOf(model.parameter(choice)));
        combo.addListener(SWT.Selection, event -> take.accept(choice.choices().get(combo.getSelectionIndex())));
        return combo;
    }

    private Button check(final Composite side, final FlagParameter flag, final Consumer<String> take) {
        final var check = new Button(side, SWT.CHECK);
        check.setSelection(flag.parse(model.parameter(flag)));
        check.addListener(SWT.Selection, event -> take.accept(flag.format(check.getSelection())));
        return check;
    }

    private Text text(final Composite side, final Parameter<?> parameter, final Consumer<String> take) {
        final var text = new Text(side, SWT.BORDER);
        text.setText(model.parameter(parameter));
        text.addListener(SWT.Modify, event -> take.accept(text.getText()));
        return text;
    }

    private Control rows(final Composite side, final Parameter<?> parameter, final RowsFormat format, final Consumer<String> take) {
        return new RowsEditor(side, key(parameter), format, model.parameter(parameter), take).control();
    }

    private void seed() {
        final var label = new Label(root, SWT.NONE);
        label.setText(Messages.text("seed"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 5).applyTo(label);
        final var text = WidgetKeys.named(new Text(root, SWT.BORDER), "guide.seed");
        text.setText(Long.toString(model.seed()));
        text.addVerifyListener(event -> event.doit = event.text.chars().allMatch(Character::isDigit));
        text.addListener(SWT.Modify, event -> {
            if (text.getText().matches("\\d{1,18}")) {
                model.setSeed(Long.parseLong(text.getText()));
            }
        });
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(text);
        final var help = Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_MUTED);
        help.setText(Messages.text("seed.help"));
        GridDataFactory.fillDefaults().grab(true, false).hint(HELP, SWT.DEFAULT).indent(0, 5).applyTo(help);
    }
}
