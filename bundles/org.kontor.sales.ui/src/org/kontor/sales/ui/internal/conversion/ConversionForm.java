// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.conversion;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.customers.CustomerMatches.Match;
import org.kontor.customers.CustomerSearch.Hit;
import org.kontor.sales.LeadConversion.Choice;
import org.kontor.sales.ui.internal.conversion.ConversionServices.Facts;
import org.kontor.sales.ui.internal.conversion.ConversionServices.StageChoice;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.ValueParser;

/** What the person chooses: which account, which contact, which opportunity. Reads nothing itself. */
final class ConversionForm {

    private static final int COLUMNS = 6;

    /** A line of a choice: a new record, none, or an existing one. */
    private record Line(String label, Optional<UUID> existing, boolean none) {
    }

    private final Facts facts;
    private final ValueParser parser = new ValueParser(FieldFormat.current(), LocalDate.now());
    private final Composite area;
    private final Combo account;
    private final Text search;
    private final Combo contact;
    private final Button create;
    private final Text name;
    private final Text amount;
    private final Text closeDate;
    private final Combo stage;
    private List<Line> accounts = List.of();
    private List<Line> contacts = List.of();

    ConversionForm(final Composite parent, final Facts facts, final Runnable changed, final Runnable searched) {
        this.facts = facts;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(10, 8).applyTo(area);
        label("account");
        account = combo("convert.account", COLUMNS - 2);
        search = WidgetKeys.named(new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "convert.search");
        search.setMessage(Messages.text("search"));
        GridDataFactory.fillDefaults().hint(190, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(search);
        label("contact");
        contact = combo("convert.contact", COLUMNS - 2);
        new Label(area, SWT.NONE);
        label("opportunity");
        create = WidgetKeys.named(new Button(area, SWT.CHECK), "convert.create");
        create.setText(Messages.text("create"));
        create.setSelection(true);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(create);
        label("name");
        name = text("convert.name", COLUMNS - 3);
        label("stage");
        stage = combo("convert.stage", 1);
        label("amount");
        amount = text("convert.amount", 1);
        final var currency = new Label(area, SWT.NONE);
        currency.setText(facts.currency());
        GridDataFactory.swtDefaults().hint(40, SWT.DEFAULT).applyTo(currency);
        final var filler = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filler);
        label("closeDate");
        closeDate = text("convert.closeDate", 1);
        closeDate.setMessage(FieldFormat.current().datePattern());
        fill();
        Stream.of(account, contact, create, stage).forEach(control -> control.addListener(SWT.Selection, event -> {
            enable();
            changed.run();
        }));
        Stream.of(name, amount, closeDate).forEach(text -> text.addListener(SWT.Modify, event -> changed.run()));
        search.addListener(SWT.Modify, event -> searched.run());
    }

    private void label(final String key) {
        final var label = new Label(area, SWT.NONE);
        label.setText(Messages.text("label." + key));
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
    }

    private Combo combo(final String key, final int span) {
        final var combo = WidgetKeys.named(new Combo(area, SWT.READ_ONLY), key);
        GridDataFactory.fillDefaults().span(span, 1).grab(span > 1, false).align(SWT.FILL, SWT.CENTER).applyTo(combo);
        return combo;
    }

    private Text text(final String key, final int span) {
        final var text = WidgetKeys.named(new Text(area, SWT.BORDER), key);
        GridDataFactory.fillDefaults().span(span, 1).grab(span > 1, false).hint(110, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private void fill() {
        setAccounts(List.of());
        setContacts(facts.contacts());
        name.setText(facts.company().isBlank() ? facts.title() : facts.company());
        if (facts.amount() != null) {
            amount.setText(FieldFormat.current().amount(facts.amount(), facts.currency()));
        }
        final boolean several = facts.stages().stream().map(StageChoice::pipeline).distinct().count() > 1;
        stage.setItems(facts.stages().stream().map(choice -> several ? choice.pipeline() + ": " + choice.stage().title() : choice.stage().title())
                .toArray(String[]::new));
        stage.select(0);
        enable();
    }

    Composite control() {
        return area;
    }

    /** What is looked for among the other accounts. */
    String searchedFor() {
        return search.getText().strip();
    }

    /** Offers accounts that the person looked for, the best one chosen, besides those that are alike. */
    void setAccounts(final List<Hit> found) {
        final var lines = new ArrayList<Line>();
        lines.add(new Line(Messages.text("account.new", facts.company().isBlank() ? facts.title() : facts.company()), Optional.empty(), false));
        facts.accounts().forEach(match -> lines.add(line(match)));
        for (final var hit : found) {
            if (lines.stream().noneMatch(line -> line.existing().filter(hit.link().id()::equals).isPresent())) {
                lines.add(new Line(Messages.text("existing", named(hit.link().title(), hit.detail())), Optional.of(hit.link().id()), false));
            }
        }
        lines.add(new Line(Messages.text("account.none"), Optional.empty(), true));
        accounts = lines;
        account.setItems(lines.stream().map(Line::label).toArray(String[]::new));
        final var first = found.isEmpty() ? facts.accounts().stream().filter(ConversionServices::isSure).map(match -> match.link().id()).findFirst()
                : Optional.of(found.getFirst().link().id());
        account.select(Math.max(0, lines.stream().map(Line::existing).toList().indexOf(first.isEmpty() ? null : first)));
    }

    /** Offers contacts of the chosen account and others that are alike. */
    void setContacts(final List<Match> found) {
        final var lines = new ArrayList<Line>();
        lines.add(new Line(Messages.text("contact.new", facts.title()), Optional.empty(), false));
        found.forEach(match -> lines.add(line(match)));
        final var before = contacts.isEmpty() ? Optional.<UUID>empty() : contacts.get(contact.getSelectionIndex()).existing();
        final boolean first = contacts.isEmpty();
        contacts = lines;
        contact.setItems(lines.stream().map(Line::label).toArray(String[]::new));
        final var wanted = first ? found.stream().filter(ConversionServices::isSure).map(match -> match.link().id()).findFirst() : before;
        contact.select(wanted.isEmpty() ? 0 : Math.max(0, lines.stream().map(Line::existing).toList().indexOf(wanted)));
    }

    private static Line line(final Match match) {
        final var reasons = match.reasons().stream().sorted().map(reason -> Messages.text("reason." + reason.name())).collect(Collectors.joining(", "));
        final var label = Messages.text("existing.alike", named(match.link().title(), match.detail()), reasons,
                NumberFormat.getPercentInstance().format(match.score()));
        return new Line(label, Optional.of(match.link().id()), false);
    }

    private static String named(final String title, final String detail) {
        return detail.isBlank() ? title : Messages.text("titled", title, detail);
    }

    private void enable() {
        Stream.of(name, amount, closeDate, stage).forEach(control -> control.setEnabled(create.getSelection()));
    }

    Optional<UUID> chosenAccount() {
        return accounts.get(account.getSelectionIndex()).existing();
    }

    /** What is wrong with what was typed; empty where nothing is. */
    Optional<String> fault() {
        if (!create.getSelection()) {
            return Optional.empty();
        }
        if (!amount.getText().isBlank() && parser.number(amount.getText()).isEmpty()) {
            return Optional.of(Messages.text("fault.amount"));
        }
        if (!closeDate.getText().isBlank() && parser.day(closeDate.getText()).isEmpty()) {
            return Optional.of(Messages.text("fault.closeDate", FieldFormat.current().datePattern()));
        }
        return facts.stages().isEmpty() ? Optional.of(Messages.text("fault.stage")) : Optional.empty();
    }

    /** What was chosen; only where nothing is wrong. */
    Choice choice() {
        final var chosen = accounts.get(account.getSelectionIndex());
        final var person = contacts.get(contact.getSelectionIndex()).existing();
        if (!create.getSelection()) {
            return new Choice(chosen.existing(), !chosen.none() && chosen.existing().isEmpty(), person, false, "", Optional.empty());
        }
        final var start = facts.stages().get(stage.getSelectionIndex()).stage();
        final Map<String, Object> values = ConversionServices.values(facts, typed(amount).flatMap(parser::number), typed(closeDate).flatMap(parser::day));
        return new Choice(chosen.existing(), !chosen.none() && chosen.existing().isEmpty(), person, true, name.getText().strip(),
                Optional.of(start.pipeline()), Optional.of(start.id()), values);
    }

    private static Optional<String> typed(final Text text) {
        return Optional.of(text.getText().strip()).filter(words -> !words.isEmpty());
    }
}
