// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files that nobody means well with, made from a fixed seed. */
final class HostileFiles {

    private static final String HEADER = "account,date,quantity,value\n";

    private HostileFiles() {
    }

    static Map<String, byte[]> all() {
        final var files = new LinkedHashMap<String, byte[]>();
        shapes().forEach((name, text) -> {
            files.put(name, text.getBytes(StandardCharsets.UTF_8));
            files.put(name + " UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
            files.put(name + " GB18030", text.getBytes(Charset.forName("GB18030")));
        });
        final var random = new Random(2026);
        for (int i = 0; i < 60; i++) {
            final var noise = new byte[1 + random.nextInt(3000)];
            random.nextBytes(noise);
            files.put("noise " + i, noise);
        }
        final var good = (HEADER + "Acme,2024-01-31,2,10.50\n\"Müller, \"\"Sohn\"\"\",2024-02-29,1,9\n北京公司,2023-12-31,3,0.00\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 120; i++) {
            final var damaged = good.clone();
            for (int k = 0; k < 1 + i % 6; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            files.put("damaged " + i, damaged);
            files.put("truncated " + i, java.util.Arrays.copyOf(good, 1 + random.nextInt(good.length)));
        }
        return files;
    }

    private static Map<String, String> shapes() {
        final var shapes = new LinkedHashMap<String, String>();
        shapes.put("lone quote", HEADER + "\"");
        shapes.put("quotes only", "\"\"\"\"\"\"\"\"\"");
        shapes.put("quote in the middle", HEADER + "a\"b,2024-01-01,1,1\n");
        shapes.put("text after quote", HEADER + "\"a\"b,2024-01-01,1,1\n");
        shapes.put("quote over everything", "\"" + HEADER.repeat(50));
        shapes.put("header only", HEADER);
        shapes.put("header without end", HEADER.strip());
        shapes.put("line ends only", "\n\r\n\r\r\n\n");
        shapes.put("blanks only", "   \t  \n \n");
        shapes.put("separators only", ",,,,\n,,,,\n;;;\n");
        shapes.put("one letter", "x");
        shapes.put("byte order marks", "\uFEFF\uFEFF\uFEFF");
        shapes.put("equal headers", "a,a,a,a\n1,2,3,4\n");
        shapes.put("empty headers", ",,,\n1,2,3,4\n");
        shapes.put("ragged", HEADER + "a\na,b\na,b,c\na,2024-01-01,1,1,extra,extra\n");
        shapes.put("many columns", ",".repeat(4000) + "\n" + "x,".repeat(4000) + "\n");
        shapes.put("too many columns", "x,".repeat(6000) + "\n");
        shapes.put("long value", HEADER + "a".repeat(300_000) + ",2024-01-01,1,1\n");
        shapes.put("long line of blanks", HEADER + " ".repeat(300_000) + "\n");
        shapes.put("formulas", HEADER + "=cmd|'/C calc'!A0,2024-01-01,1,1\n@SUM(1),2024-01-01,1,1\n");
        shapes.put("bad dates", HEADER + "a,2024-02-30,1,1\na,31/31/2024,1,1\na,0000-00-00,1,1\na,99999999999,1,1\n");
        shapes.put("bad numbers", HEADER + "a,2024-01-01,1e400,1\na,2024-01-01,NaN,Infinity\na,2024-01-01," + "9".repeat(400)
                + ",1\na,2024-01-01,1,--5\n");
        shapes.put("huge numbers", HEADER + "a,2024-01-01,9999999999999999,99999999999999999999\n");
        shapes.put("control characters", HEADER + "a\u0007b,2024-01-01,1,1\n");
        shapes.put("surrogates", HEADER + "\uD83D\uDE00\uD83D\uDE00,2024-01-01,1,1\n");
        shapes.put("right to left", HEADER + "\u202Egnirts,2024-01-01,1,1\n");
        shapes.put("replacement character", HEADER + "a\uFFFDb,2024-01-01,1,1\n");
        shapes.put("private use", HEADER + "\uE000kontor-end\uE000\n\uE000kontor-end\uE000,2024-01-01,1,1\n");
        shapes.put("names a separator that is none", "sep=x\naxb\n1x2\n");
        shapes.put("old line ends", HEADER.replace('\n', '\r') + "a,2024-01-01,1,1\rb,2024-01-01,1,1\r");
        shapes.put("mixed line ends", HEADER + "a,2024-01-01,1,1\rb,2024-01-01,1,1\r\nc,2024-01-01,1,1\n\r");
        shapes.put("nested quotes", HEADER + "\"\"\"\"\"\"\",2024-01-01,1,1\n\"\"\"\"\"\",2024-01-01,1,1\n");
        shapes.put("markup", "<html><body><table><tr><td>1</td></tr></table></body></html>\n");
        shapes.put("json", "{\"a\":[1,2,3],\n\"b\":{\"c\":\"d\"}}\n");
        shapes.put("same key again and again", HEADER + "a,2024-01-01,1,1\n".repeat(500));
        shapes.put("apostrophes", HEADER + "''''=1,2024-01-01,1,1\n'=1,2024-01-01,1,1\n'',2024-01-01,1,1\n");
        return shapes;
    }
}
