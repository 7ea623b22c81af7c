// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.Imports;
import org.kontor.exchange.Separator;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.internal.kinds.StandardKinds;

class DraftTest {

    @TempDir
    private Path folder;

    private final Imports imports = new ImportService(StandardKinds.all());

    private Path file(final String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private Map<String, String> mapped(final ImportDraft draft) {
        final var mapped = new TreeMap<String, String>();
        draft.columns().forEach(column -> draft.target(column.index()).ifPresent(target -> mapped.put(column.name(), target)));
        return mapped;
    }

    @Test
    void mapsUsualEnglishHeaders() throws IOException {
        final var draft = imports.inspect(file("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n1,A,P,C,Won,10/20/2016,3/1/2017,5\n"), "opportunities");
        assertEquals(Map.of("opportunity_id", "externalId", "sales_agent", "owner", "product", "product", "account", "account",
                "deal_stage", "stage", "engage_date", "openDate", "close_date", "closeDate", "close_value", "amount"), mapped(draft));
        assertEquals(Optional.of("externalId"), draft.choices().key);
        assertTrue(draft.obstacles().isEmpty());
    }

    @Test
    void mapsUsualChineseHeaders() throws IOException {
        final var path = folder.resolve("客户.csv");
        Files.write(path, "客户名称;行业;电话;城市;年收入\n北京科技;软件;010-12345678;北京;1200\n".getBytes(Charset.forName("GB18030")));
        final var draft = imports.inspect(path, "accounts");
        assertEquals(Map.of("客户名称", "name", "行业", "industry", "电话", "phone", "城市", "billingCity", "年收入", "annualRevenue"), mapped(draft));
        assertEquals(Separator.SEMICOLON, draft.read().separator());
        assertEquals(Charset.forName("GB18030"), draft.read().charset());
    }

    @Test
    void mapsWhatTheExportWrites() throws IOException {
        for (final var kind : imports.kinds()) {
            final var paths = org.kontor.exchange.CsvExport.paths(kind.recordType());
            final var draft = imports.inspect(file(String.join(",", paths) + "\n" + "x,".repeat(paths.size() - 1) + "x\n"), kind.key());
            for (final var column : draft.columns()) {
                final var field = column.name().split("\\.")[0];
                final boolean exists = kind.targets().stream().anyMatch(target -> target.name().equals(field));
                final boolean dated = exists && List.of("DATE", "EMAIL").contains(kind.recordType().field(field).kind().name());
                if (exists && !dated) {
                    assertEquals(Optional.of(field), draft.target(column.index()), kind.key() + ": " + column.name());
                }
            }
        }
    }

    @Test
    void guessesTheKindByTheHeaders() throws IOException {
        assertEquals("orders", guessed("customer_id,date,number_of_cds,dollar_value\n1,2017-01-01,1,5\n"));
        assertEquals("accounts", guessed("account,sector,year_established,revenue,employees,office_location,subsidiary_of\nA,b,1996,1,2,US,\n"));
        assertEquals("products", guessed("product,series,sales_price\nA,B,5\n"));
        assertEquals("users", guessed("sales_agent,manager,regional_office\nA,B,C\n"));
        assertEquals(Optional.empty(), imports.guess(file("zzz,qqq\n1,2\n")));
    }

    private String guessed(final String text) throws IOException {
        return imports.guess(file(text)).map(ImportKind::key).orElse("none");
    }

    @Test
    void keepsAMappingAsJson() throws IOException {
        final var path = file("Name;When;Worth\nA;1.2.2017;1,5\n");
        final var draft = imports.inspect(path, "orders");
        draft.map(0, "account");
        draft.map(1, "orderDate");
        draft.map(2, "total");
        draft.dates(1, DateStyle.DOTTED);
        draft.choices().mode = ImportMode.CREATE_ONLY;
        draft.choices().unknown().put("account", UnknownChoice.REFUSE);
        draft.choices().replace("account", "A", "Acme");
        draft.choices().defaults().put("currency", "EUR");
        draft.choices().options().put("accountName", "Kunde {value}");
        final var other = imports.inspect(path, "orders");
        other.load(draft.toJson());
        assertEquals(draft.toJson(), other.toJson());
        assertEquals(mapped(draft), mapped(other));
        assertEquals("Acme", other.choices().values().get("account").get("A"));
        assertEquals(DateStyle.DOTTED, other.columns().get(1).dates());
    }

    @Test
    void refusesMappingsThatDoNotFit() throws IOException {
        final var draft = imports.inspect(file("account,sector\nA,b\n"), "accounts");
        final var good = draft.toJson();
        final var before = mapped(draft);
        final var bad = Map.of("mapping.damaged", "{", "mapping.version", good.replace("\"version\": 1", "\"version\": 99"), "mapping.kind",
                good.replace("\"kind\": \"accounts\"", "\"kind\": \"orders\""), "mapping.column", good.replace("\"sector\"", "\"branch\""),
                "mapping.target", good.replace("\"industry\"", "\"shoeSize\""));
        bad.forEach((code, json) -> assertEquals(code, assertThrows(ProblemException.class, () -> draft.load(json), code).problem()
                .code()));
        for (final var damaged : List.of("[]", "null", "\"x\"", "{\"format\":5}",
                "{\"format\":\"kontor-import-mapping\",\"version\":\"x\"}", good.replace("\"columns\": [", "\"columns\": [5,"),
                good.replace("\"CREATE_OR_UPDATE\"", "\"NEVER\""), good.replace("\"COMMA\"", "7"), "[".repeat(100_000))) {
            assertThrows(ProblemException.class, () -> draft.load(damaged), damaged.substring(0, Math.min(60, damaged.length())));
        }
        assertEquals(before, mapped(draft));
        assertEquals(good, draft.toJson());
    }

    @Test
    void saysWhatKeepsItFromStarting() throws IOException {
        final var draft = imports.inspect(file("a,b\n1,2\n"), "orders");
        final var codes = draft.obstacles().stream().map(problem -> problem.code()).toList();
        assertTrue(codes.contains("mapping.required") && codes.contains("mapping.nothing"), codes.toString());
        draft.map(0, "orderDate");
        assertFalse(draft.obstacles().stream().anyMatch(problem -> problem.code().equals("mapping.nothing")));
        draft.choices().mode = ImportMode.UPDATE_ONLY;
        assertTrue(draft.obstacles().stream().anyMatch(problem -> problem.code().equals("mapping.key")));
    }

    @Test
    void readsAgainInAnotherWay() throws IOException {
        final var draft = imports.inspect(file("account,sector\nA,b\nC,d\n"), "accounts");
        draft.map(1, null);
        draft.read(draft.read().withHeader(false));
        assertEquals(3, draft.preview().size());
        draft.read(draft.read().withHeader(true).withCharset(StandardCharsets.ISO_8859_1));
        assertEquals(2, draft.preview().size());
        assertEquals("account", draft.columns().get(0).name());
    }

    @Test
    void namesNoTargetTwice() throws IOException {
        final var draft = imports.inspect(file("name,company,customer\nA,B,C\n"), "accounts");
        final var targets = draft.columns().stream().map(column -> draft.target(column.index())).flatMap(Optional::stream).toList();
        assertEquals(targets.size(), targets.stream().distinct().count());
        draft.map(2, "name");
        assertEquals(1, draft.columns().stream().filter(column -> draft.target(column.index()).equals(Optional.of("name"))).count());
    }

    @Test
    void refusesAKindThatThereIsNot() throws IOException {
        final var path = file("a\n1\n");
        assertEquals("import.kind", assertThrows(ProblemException.class, () -> imports.inspect(path, "unicorns")).problem().code());
    }
}
