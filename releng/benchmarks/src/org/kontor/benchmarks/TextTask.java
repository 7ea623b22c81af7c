// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.kontor.analytics.algorithms.text.TermsAlone;

/** Weighs runs of characters in made texts: words of Chinese and of Latin letters, some of which are far more frequent than others. */
final class TextTask {

    private static final String FILE = "texts.txt";
    private static final int WORDS = 8_000;
    private static final int HAN = 0x4E00;
    private static final int CHARACTERS = 3_000;
    private static final int LONGEST = 240;

    private TextTask() {
    }

    static void texts(final Path folder, final int characters) throws IOException {
        final var random = new SplittableRandom(31);
        final var chinese = new ArrayList<String>();
        final var latin = new ArrayList<String>();
        for (int w = 0; w < WORDS; w++) {
            final var word = new StringBuilder();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                word.append((char) (HAN + (int) (CHARACTERS * Math.pow(random.nextDouble(), 2))));
            }
            chinese.add(word.toString());
            word.setLength(0);
            for (int i = random.nextInt(2, 9); i > 0; i--) {
                word.append((char) ('a' + (int) (26 * Math.pow(random.nextDouble(), 1.5))));
            }
            latin.add(word.toString());
        }
        final var texts = new ArrayList<String>();
        int written = 0;
        while (written < characters) {
            final boolean other = random.nextInt(5) == 0;
            final var words = other ? latin : chinese;
            final int length = Math.min(characters - written, random.nextInt(20, LONGEST));
            final var text = new StringBuilder();
            while (text.length() < length) {
                text.append(words.get((int) (WORDS * Math.pow(random.nextDouble(), 4))));
                if (other || random.nextInt(6) == 0) {
                    text.append(other ? ' ' : '，');
                }
            }
            text.setLength(length);
            texts.add(text.toString());
            written += length;
        }
        Files.writeString(folder.resolve(FILE), String.join("\n", texts));
    }

    static Work<TermsAlone> work(final Path folder) throws IOException {
        final var texts = List.of(Files.readString(folder.resolve(FILE)).split("\n", -1));
        return Work.of(context -> TermsAlone.of(texts, context), found -> {
            Measured.value("terms", found.terms());
            Measured.value("entries", found.entries());
            Measured.value("sum", found.sum());
        });
    }
}
