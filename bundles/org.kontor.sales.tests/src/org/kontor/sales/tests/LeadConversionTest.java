// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.customers.CustomerMatches.Reason;
import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.AccountContact;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.ContactPoint;
import org.kontor.model.ContactPointKind;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityContactRole;
import org.kontor.model.Rating;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.sales.LeadConversion;
import org.kontor.sales.LeadConversion.Choice;
import org.kontor.sales.LeadConversion.Fate;
import org.kontor.sales.LeadConversion.Line;
import org.kontor.store.History.Mode;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class LeadConversionTest {

    private final LeadConversion conversion = Services.get(LeadConversion.class);
    private Company company;
    private UUID owner;
    private UUID lead;

    @BeforeEach
    void open(@TempDir final Path folder) {
        company = new Company(folder);
        company.rates();
        owner = company.user("Li Na");
        lead = company.add(new Lead(), this::fill);
    }

    @AfterEach
    void close() {
        company.close();
    }

    private void fill(final Lead record) {
        record.setFirstName("Greta");
        record.setLastName("Lindqvist");
        record.setCompany("Nordwind Werkzeugbau GmbH");
        record.setTitle("Head of Purchasing");
        record.setStatus(company.reference(Status.class, status(StatusList.LEAD, "inProcess")));
        record.setSource("Trade fair");
        record.setRating(Rating.HOT);
        record.setScore(87);
        record.setEstimatedAmount(new BigDecimal("12345.67"));
        record.setCurrency("EUR");
        record.setEmail("greta@nordwind.example");
        record.setPhone("+49 40 66969 123");
        record.setWebsite("https://www.nordwind.example");
        record.setIndustry("Machinery");
        record.setStreet("Kehrwieder 9");
        record.setPostalCode("20457");
        record.setCity("Hamburg");
        record.setRegion("Hansestadt");
        record.setCountry("Germany");
        record.setDescription("Wants a demo of the press line.");
        record.setExternalId("FAIR-0815");
        record.setOwner(company.reference(User.class, owner));
    }

    private UUID status(final String list, final String code) {
        return company.store.read(session -> StatusList.of(session, list)).find(code).orElseThrow().id();
    }

    /** Every value of the lead, but for its links, in the words that a text field would hold. */
    private List<String> valuesOfTheLead() {
        return company.store.read(session -> {
            final var record = session.find(Lead.class, lead).orElseThrow();
            return Catalogue.standard().type(Lead.class).fields().stream().filter(field -> !field.system())
                    .map(field -> words(field, field.get(record))).toList();
        });
    }

    private static String words(final Field field, final Object value) {
        return switch (value) {
            case final BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case final Enum<?> choice -> Field.label(choice);
            case final StoredRecord record -> Catalogue.standard().type(record.getClass()).title(record);
            case null -> throw new AssertionError(field + " is not filled by this test");
            default -> value.toString();
        };
    }

    /** Every value of every account, contact, contact point and opportunity. */
    private String everythingElse() {
        return company.store.read(session -> {
            final var all = new ArrayList<String>();
            for (final var type : List.of(Account.class, Contact.class, ContactPoint.class, Opportunity.class)) {
                for (final var record : session.list(Query.of(type))) {
                    for (final var field : Catalogue.standard().type(type).fields()) {
                        final Object value = field.get(record);
                        if (value != null && field.kind() != FieldKind.INSTANT) {
                            all.add(words(field, value));
                        }
                    }
                }
            }
            return String.join("\n", all);
        });
    }

    private void assertNothingLost(final List<String> values) {
        final var found = everythingElse();
        assertEquals(List.of(), values.stream().filter(value -> !found.contains(value)).toList());
    }

    @Test
    void everyFieldOfTheLeadIsFoundAgain() {
        final var values = valuesOfTheLead();
        final var result = conversion.convert(company.store, lead, Choice.ALL_NEW, Company.CLOCK);
        assertNothingLost(values);
        assertEquals("Nordwind Werkzeugbau GmbH", result.account().orElseThrow().title());
        assertEquals("Greta Lindqvist", result.contact().title());
        company.store.read(session -> {
            final var deal = session.find(Opportunity.class, result.opportunity().orElseThrow().id()).orElseThrow();
            assertEquals(company.stage("prospecting"), deal.getStage().getId());
            assertEquals(0, new BigDecimal("14814.80").compareTo(deal.getBaseAmount()));
            assertEquals(owner, deal.getOwner().getId());
            assertEquals(result.account().orElseThrow().id(), deal.getAccount().getId());
            final var converted = session.find(Lead.class, lead).orElseThrow();
            assertTrue(converted.getStatus().isConverted());
            assertEquals(Company.CLOCK.instant(), converted.getConvertedAt());
            assertEquals(deal.getId(), converted.getConvertedOpportunity().getId());
            assertEquals(1, session.count(Query.of(OpportunityContactRole.class).where(Filter.equal("contact", result.contact().id()))));
            assertTrue(deal.getDescription().contains(converted.getConversionNote()), deal::getDescription);
            return null;
        });
    }

    @Test
    void thePreviewTellsWhatTheConversionDoes() {
        final var preview = conversion.preview(company.store, lead, Choice.ALL_NEW);
        final var fields = Catalogue.standard().type(Lead.class).fields().stream().filter(field -> !field.system()).map(Field::name)
                .toList();
        assertEquals(fields, preview.lines().stream().map(Line::field).toList());
        assertEquals(Set.of("status", "rating", "score"),
                preview.lines().stream().filter(line -> line.fate() == Fate.NOTE).map(Line::field).collect(Collectors.toSet()));
        final var result = conversion.convert(company.store, lead, Choice.ALL_NEW, Company.CLOCK);
        company.store.read(session -> {
            for (final var line : preview.lines()) {
                if (line.fate() == Fate.MOVED) {
                    final var target = line.target().split("\\.");
                    final var type = Catalogue.standard().type(target[0]);
                    final var id = target[0].equals("Account") ? result.account().orElseThrow().id()
                            : target[0].equals("Contact") ? result.contact().id() : result.opportunity().orElseThrow().id();
                    final var value = words(type.field(target[1]), type.field(target[1])
                            .get(session.find(type.javaType(), id).orElseThrow()));
                    assertTrue(value.contains(line.value()) || line.value().startsWith(value), line + " but " + value);
                } else {
                    assertTrue(preview.note().contains(line.value()), line.toString());
                }
            }
            assertEquals(preview.note(), session.find(Lead.class, lead).orElseThrow().getConversionNote());
            return null;
        });
    }

    @Test
    void existingRecordsKeepTheirValuesAndTheLeadsOnesAreKeptBesideThem() {
        final var otherAccount = company.account("Somewhere else");
        final var account = company.add(new Account(), record -> {
            record.setName("NORDWIND");
            record.setWebsite("https://nordwind.example/de");
            record.setIndustry("Tools");
            record.setBillingCity("Hamburg");
        });
        final var contact = company.add(new Contact(), record -> {
            record.setLastName("Lindquist");
            record.setEmail("g.lindqvist@private.example");
            record.setPhone("0049 40 66969-123");
            record.setDescription("Old friend");
            record.setAccount(company.reference(Account.class, otherAccount));
        });
        final var values = valuesOfTheLead();
        final var choice = Choice.ALL_NEW.withAccount(account).withContact(contact).withoutOpportunity();
        final var fates = conversion.preview(company.store, lead, choice).lines().stream()
                .collect(Collectors.toMap(Line::field, Line::fate));
        assertEquals(Fate.CONTACT_POINT, fates.get("email"));
        assertEquals(Fate.CONTACT_POINT, fates.get("website"));
        assertEquals(Fate.SAME, fates.get("phone"));
        assertEquals(Fate.SAME, fates.get("city"));
        assertEquals(Fate.NOTE, fates.get("company"));
        assertEquals(Fate.NOTE, fates.get("industry"));
        assertEquals(Fate.NOTE, fates.get("description"));
        assertEquals(Fate.NOTE, fates.get("estimatedAmount"));
        final var result = conversion.convert(company.store, lead, choice, Company.CLOCK);
        assertTrue(result.opportunity().isEmpty());
        assertNothingLost(values.stream().filter(value -> !value.startsWith("+49"))
                .toList()); // the telephone number is there in another spelling
        company.store.read(session -> {
            final var kept = session.find(Contact.class, contact).orElseThrow();
            assertEquals("g.lindqvist@private.example", kept.getEmail());
            assertTrue(kept.getDescription().startsWith("Old friend\n\n"), kept::getDescription);
            assertEquals(otherAccount, kept.getAccount().getId());
            assertEquals("Greta", kept.getFirstName());
            assertEquals("Tools", session.find(Account.class, account).orElseThrow().getIndustry());
            assertEquals(1, session.count(Query.of(AccountContact.class).where(Filter.equal("account", account))
                    .where(Filter.equal("contact", contact))));
            return null;
        });
    }

    @Test
    void contactPointsAndActivitiesFollow() {
        final var point = company.add(new ContactPoint(), record -> {
            record.setKind(ContactPointKind.SOCIAL);
            record.setValue("@greta");
            record.setOptedOut(true);
            record.setLead(company.reference(Lead.class, lead));
        });
        final var call = company.add(new Activity(), record -> {
            record.setKind(ActivityKind.CALL);
            record.setSubject("First call");
            record.setStatus(company.reference(Status.class, status(StatusList.activity(ActivityKind.CALL), "held")));
            record.setStartAt(Instant.parse("2026-06-01T09:00:00Z"));
            record.setLead(company.reference(Lead.class, lead));
        });
        final var preview = conversion.preview(company.store, lead, Choice.ALL_NEW);
        assertEquals(List.of(1L, 1L), List.of(preview.contactPoints(), preview.activities()));
        final var result = conversion.convert(company.store, lead, Choice.ALL_NEW, Company.CLOCK);
        company.store.read(session -> {
            final var moved = session.find(ContactPoint.class, point).orElseThrow();
            assertEquals(result.contact().id(), moved.getContact().getId());
            assertNull(moved.getLead());
            assertTrue(moved.isOptedOut());
            final var activity = session.find(Activity.class, call).orElseThrow();
            assertEquals(lead, activity.getLead().getId());
            assertEquals(result.contact().id(), activity.getContact().getId());
            assertEquals(result.account().orElseThrow().id(), activity.getAccount().getId());
            assertEquals(result.opportunity().orElseThrow().id(), activity.getOpportunity().getId());
            return null;
        });
    }

    @Test
    void undoRestoresTheSameContent() {
        company.add(new ContactPoint(), record -> {
            record.setKind(ContactPointKind.EMAIL);
            record.setValue("second@nordwind.example");
            record.setLead(company.reference(Lead.class, lead));
        });
        final var account = company.account("Nordwind");
        final var before = company.hash();
        for (final var choice : List.of(Choice.ALL_NEW, Choice.ALL_NEW.withAccount(account), Choice.ALL_NEW.withoutOpportunity())) {
            final var result = conversion.convert(company.store, lead, choice, Company.CLOCK);
            assertNotEquals(before, company.hash());
            company.store.history().undo(result.commit().changeSet().operation(), Mode.ALL_OR_NOTHING, Progress.NONE);
            assertEquals(before, company.hash());
        }
    }

    @Test
    void valuesTooLongForTheNoteStayAtTheLead() {
        final var text = "x".repeat(32_000);
        company.store.write(org.kontor.store.Intent.of(org.kontor.store.Cause.EDIT, "Long"), writer -> writer.find(Lead.class, lead)
                .orElseThrow().setDescription(text));
        final var contact = company.add(new Contact(), record -> {
            record.setLastName("Lindqvist");
            record.setDescription("y".repeat(31_990));
        });
        final var choice = new Choice(Optional.empty(), false, Optional.of(contact), false, "", Optional.empty());
        final var result = conversion.convert(company.store, lead, choice, Company.CLOCK);
        assertTrue(result.account().isEmpty());
        company.store.read(session -> {
            final var converted = session.find(Lead.class, lead).orElseThrow();
            assertEquals(text, converted.getDescription());
            assertTrue(converted.getConversionNote().contains("Kehrwieder 9"), converted::getConversionNote);
            assertEquals(31_990, session.find(Contact.class, contact).orElseThrow().getDescription().length());
            return null;
        });
    }

    @Test
    void aConvertedLeadIsNotConvertedAgain() {
        conversion.convert(company.store, lead, Choice.ALL_NEW, Company.CLOCK);
        final var before = company.hash();
        final var refusal = assertThrows(ProblemException.class, () -> conversion.convert(company.store, lead, Choice.ALL_NEW,
                Company.CLOCK));
        assertEquals("sales.lead.converted", refusal.problem().code());
        assertEquals(before, company.hash());
    }

    @Test
    void existingAccountsAndContactsAreProposed() {
        final var byName = company.account("Nordwind Werkzeugbau");
        final var byDomain = company.add(new Account(), record -> {
            record.setName("NW Holding");
            record.setWebsite("http://nordwind.example/shop");
        });
        company.account("Südwind Lebensmittel AG");
        final var found = conversion.accounts(company.store, lead);
        assertEquals(List.of(byName, byDomain), found.stream().map(match -> match.link().id()).toList());
        assertEquals(EnumSet.of(Reason.SAME_NAME), EnumSet.copyOf(found.get(0).reasons()));
        assertEquals(EnumSet.of(Reason.SAME_DOMAIN), EnumSet.copyOf(found.get(1).reasons()));
        final var contact = company.add(new Contact(), record -> {
            record.setFirstName("Greta");
            record.setLastName("Lindquist");
        });
        final var people = conversion.contacts(company.store, lead, Optional.empty());
        assertEquals(List.of(contact), people.stream().map(match -> match.link().id()).toList());
        assertEquals(EnumSet.of(Reason.SIMILAR_NAME), EnumSet.copyOf(people.get(0).reasons()));
    }

    @Test
    void theOpportunityStartsWhereAndWithWhatThePersonChose() {
        final var stage = company.stage("qualification");
        final var choice = new Choice(Optional.empty(), true, Optional.empty(), true, "Press line", Optional.empty(), Optional.of(stage),
                Map.of("amount", new BigDecimal("999")));
        final var result = conversion.convert(company.store, lead, choice, Company.CLOCK);
        company.store.read(session -> {
            final var deal = session.find(Opportunity.class, result.opportunity().orElseThrow().id()).orElseThrow();
            assertEquals("Press line", deal.getName());
            assertEquals(stage, deal.getStage().getId());
            assertEquals(0, new BigDecimal("999").compareTo(deal.getAmount()));
            assertTrue(session.find(Lead.class, lead).orElseThrow().getConversionNote().contains("12345.67"));
            return null;
        });
    }

    @Test
    void aStageThatAsksForMoreIsRefused() {
        final var before = company.hash();
        final var choice = new Choice(Optional.empty(), true, Optional.empty(), true, "", Optional.empty(),
                Optional.of(company.stage("proposal")), Map.of());
        final var refusal = assertThrows(ProblemException.class, () -> conversion.convert(company.store, lead, choice, Company.CLOCK));
        assertEquals("sales.stage.fieldsMissingNew", refusal.problem().code());
        assertEquals(before, company.hash());
    }
}
