// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;

class EncodingDetectorTest {

    private static final List<String> CHINESE = List.of("客户,金额\n北京京东方科技有限公司,1200\n上海宝钢,3400\n", "姓名;电话;备注\n张伟;13800138000;重要客户，请优先联系\n",
            "名称\t城市\n广州白云电器\t广州\n深圳腾讯\t深圳\n", "评论\n早餐太差，无论去多少人，那边也不加食品的。酒店应该重视一下这个问题了。\n", "产品,类别,价格\n苹果手机,电子,5999\n");
    private static final List<String> WESTERN = List.of("name,city\nMüller,Köln\nGarcía,Málaga\n",
            "Kunde;Straße\nJürgen Groß;Hauptstraße 5\n", "client,ville\nFrançois,Besançon\nÉlodie,Orléans\n",
            "navn,by\nSøren,Århus\nBjørn,Tromsø\n", "price\n€ 5\n£ 7\n");
    private static final List<String> ASCII = List.of("a,b\n1,2\n", "id;value\r\n1;x\r\n", "single\n");

    @Test
    void findsChineseInEveryUsualEncoding() {
        for (final var text : CHINESE) {
            for (final var name : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
                assertEquals(Charset.forName(name), detect(text.getBytes(Charset.forName(name))).charset(), name + ": " + text);
            }
        }
    }

    @Test
    void findsWesternTextInEveryUsualEncoding() {
        for (final var text : WESTERN) {
            for (final var name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
                assertEquals(Charset.forName(name), detect(text.getBytes(Charset.forName(name))).charset(), name + ": " + text);
            }
        }
    }

    @Test
    void takesPlainAsciiForUtf8() {
        for (final var text : ASCII) {
            assertEquals(StandardCharsets.UTF_8, detect(text.getBytes(StandardCharsets.US_ASCII)).charset());
        }
    }

    @Test
    void believesAByteOrderMark() {
        final var marks = Map.of(StandardCharsets.UTF_8, new int[] {0xEF, 0xBB, 0xBF}, StandardCharsets.UTF_16LE, new int[] {0xFF, 0xFE},
                StandardCharsets.UTF_16BE, new int[] {0xFE, 0xFF});
        marks.forEach((charset, mark) -> {
            for (final var text : CHINESE) {
                final var bytes = new ByteArrayOutputStream();
                for (final int each : mark) {
                    bytes.write(each);
                }
                bytes.writeBytes(text.getBytes(charset));
                final var detected = EncodingDetector.detect(bytes.toByteArray(), true, "x.csv");
                assertEquals(charset, detected.charset());
                assertEquals("bom", detected.reason());
            }
        });
    }

    @Test
    void saysThatWesternIsOnlyLikely() {
        assertFalse(detect("Müller".getBytes(Charset.forName("windows-1252"))).certain());
    }

    @Test
    void acceptsACharacterCutAtTheEndOfTheSample() {
        final var bytes = "a,客户".getBytes(StandardCharsets.UTF_8);
        final var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        assertEquals(StandardCharsets.UTF_8, EncodingDetector.detect(cut, false, "x.csv").charset());
    }

    @Test
    void refusesWhatIsNoText() {
        final var binaries = Map.of("file.workbook", new int[] {'P', 'K', 3, 4, 20, 0, 6, 0}, "file.binary",
                new int[] {0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "encoding.utf32", new int[] {0xFF, 0xFE, 0, 0, 'a', 0, 0, 0});
        binaries.forEach((code, head) -> {
            final var bytes = new byte[head.length];
            for (int i = 0; i < head.length; i++) {
                bytes[i] = (byte) head[i];
            }
            assertEquals(code, assertThrows(ProblemException.class, () -> detect(bytes)).problem().code());
        });
        assertEquals("file.binary", assertThrows(ProblemException.class, () -> detect(new byte[] {'a', 0, 'b', 'c', 'd', 'e', 1, 2}))
                .problem().code());
    }

    private static EncodingDetector.Detected detect(final byte[] bytes) {
        return EncodingDetector.detect(bytes, true, "x.csv");
    }
}
