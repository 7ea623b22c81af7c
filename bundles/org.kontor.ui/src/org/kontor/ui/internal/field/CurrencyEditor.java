// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.kontor.model.Field;
import org.kontor.ui.Colours;

/** A currency by its code, typed or chosen, with its name behind it. */
final class CurrencyEditor extends FieldEditor {

    private static final List<String> FIRST = List.of("USD", "EUR", "CNY", "GBP", "JPY", "CHF", "HKD");

    private Combo combo;
    private Label name;

    CurrencyEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    public Control create(final Composite parent) {
        final var row = row(parent, 2);
        combo = keyed(new Combo(row, SWT.DROP_DOWN));
        final var codes = new LinkedHashSet<>(FIRST);
        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).sorted().forEach(codes::add);
        combo.setItems(codes.toArray(String[]::new));
        combo.setVisibleItemCount(15);
        combo.setTextLimit(3);
        combo.addModifyListener(event -> {
            tell(combo.getText().strip().toUpperCase(Locale.ROOT));
            showName();
        });
        name = Colours.styled(new Label(row, SWT.NONE), Colours.CSS_MUTED);
        fill(name);
        return row;
    }

    @Override
    public Control focusControl() {
        return combo;
    }

    @Override
    protected void showValue() {
        final var value = draft.value(field.name());
        final var wanted = value == null ? "" : value.toString();
        if (!wanted.equals(combo.getText())) {
            combo.setText(wanted);
        }
        showName();
    }

    private void showName() {
        final var code = combo.getText().strip().toUpperCase(Locale.ROOT);
        name.setText(Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(code)).findFirst()
                .map(Currency::getDisplayName).orElse(""));
    }
}
