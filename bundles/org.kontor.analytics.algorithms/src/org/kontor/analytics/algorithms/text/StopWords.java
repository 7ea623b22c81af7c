// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that are in every text and tell nothing about any. */
final class StopWords {

    private static final Set<String> ENGLISH = Set.of((
            "a about above after again against all also am an and any are as at be because been before being below between both but by can"
            + " cannot could did do does doing down during each even few for from further get got had has have having he her here hers herself him"
            + " himself his how i if in into is it its itself just like made make many may me might more most much must my myself no nor not now"
            + " of off on once one only or other our ours out over own same say says she should so some still such than that the their theirs them"
            + " themselves then there these they this those through to too two under until up upon us very was we were what when where which while"
            + " who whom why will with would you your yours yourself s t ll re ve d m don")
            .split(" "));
    /** No word begins or ends with one of these characters. */
    private static final String CHINESE = "的了是在我你他她它们这那就也都和与及或而但很太更最被把让给对从到于以为之所其此"
            + "个些每又再还才只有吗呢吧啊呀哦嗯么着过得会能可要想说一二三四五六七八九十几";

    private final Set<String> own = new HashSet<>();

    /** @param more words of somebody's own, with commas or blanks between them */
    StopWords(final String more) {
        for (final var word : more.toLowerCase(Locale.ROOT).split("[\\s,，、;；]+")) {
            if (!word.isEmpty()) {
                own.add(word);
            }
        }
    }

    boolean has(final String word) {
        return own.contains(word) || ENGLISH.contains(word) || word.codePoints().allMatch(letter -> Character.isDigit(letter) || letter == '_');
    }

    boolean isEdge(final int letter) {
        return CHINESE.indexOf(letter) >= 0;
    }
}
