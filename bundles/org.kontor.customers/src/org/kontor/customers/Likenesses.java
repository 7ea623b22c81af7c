// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.core.value.EmailAddress;
import org.kontor.core.value.PhoneNumber;

/** Measures how alike names, domains and telephone numbers are. */
final class Likenesses {

    private static final int DIGITS_OF_A_LOCAL_NUMBER = 7;
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private static final Set<String> LEGAL_FORMS = Set.of("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited",
            "llc", "llp", "lp", "plc", "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "ek", "ev", "se", "sa", "sas",
            "sarl", "srl",
            "spa", "bv", "nv", "ab", "oy", "as", "aps", "pty", "pte", "group", "holding", "holdings", "the", "and", "und");
    /** Longest first: each is cut off the end as long as one fits. */
    private static final List<String> HAN_LEGAL_FORMS =
            List.of("股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "总公司", "分公司", "集团", "公司");
    private static final Set<String> MAIL_PROVIDERS = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
            "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "freenet.de", "qq.com",
            "163.com", "126.com",
            "yeah.net", "sina.com", "sina.cn", "sohu.com", "foxmail.com", "139.com", "189.cn", "aliyun.com", "proton.me", "protonmail.com",
            "mail.com",
            "yandex.com", "mail.ru");

    private Likenesses() {
    }

    /** The words of a name that tell it apart, in lower case, without punctuation, accents and legal form. */
    static List<String> words(final String name) {
        final var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        // dots and apostrophes stand inside words (e.K., O'Neil), everything else between them
        final var all = Arrays.stream(plain.replaceAll("[.'’]", "").split("[^\\p{L}\\p{N}]+")).map(Likenesses::withoutHanLegalForm)
                .filter(word -> !word.isEmpty()).toList();
        final var telling = all.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    /** The words of a name put together: what two spellings of one name share. */
    static String core(final String name) {
        return String.join(" ", words(name));
    }

    private static String withoutHanLegalForm(final String word) {
        for (final var form : HAN_LEGAL_FORMS) {
            if (word.endsWith(form) && word.length() > form.length() + 1) {
                return withoutHanLegalForm(word.substring(0, word.length() - form.length()));
            }
        }
        return word;
    }

    /** The domain of a web site or an e-mail address; empty for none and for providers that serve everybody. */
    static Optional<String> domain(final String address) {
        final var lower = address.strip().toLowerCase(Locale.ROOT);
        final var mail = EmailAddress.parse(lower);
        final var host = mail.isPresent() ? lower.substring(lower.lastIndexOf('@') + 1)
                : lower.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("[/?#:].*$", "");
        final var domain = host.startsWith("www.") ? host.substring(4) : host;
        return domain.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+") && !MAIL_PROVIDERS.contains(domain) ? Optional.of(domain)
                : Optional.empty();
    }

    /** Whether two telephone numbers reach the same line: the shorter one, without prefixes, ends the longer one. */
    static boolean samePhone(final String one, final String another) {
        final var first = localDigits(one);
        final var second = localDigits(another);
        final int shorter = Math.min(first.length(), second.length());
        return shorter >= DIGITS_OF_A_LOCAL_NUMBER && (first.endsWith(second) || second.endsWith(first));
    }

    /** The digits of a number without country prefix signs and leading zeros. */
    static String localDigits(final String phone) {
        return PhoneNumber.parse(phone).map(PhoneNumber::normalized).orElse("").replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    /**
     * Jaro-Winkler similarity (W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
     * Linkage, 1990): 1 for equal texts, 0 for texts that share nothing; a common prefix of up to four characters counts extra.
     */
    static double jaroWinkler(final String one, final String another) {
        final int[] first = one.codePoints().toArray();
        final int[] second = another.codePoints().toArray();
        final double jaro = jaro(first, second);
        int prefix = 0;
        while (prefix < Math.min(LONGEST_PREFIX, Math.min(first.length, second.length)) && first[prefix] == second[prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(final int[] first, final int[] second) {
        if (first.length == 0 || second.length == 0) {
            return first.length == second.length ? 1 : 0;
        }
        final int reach = Math.max(0, Math.max(first.length, second.length) / 2 - 1);
        final boolean[] firstMatched = new boolean[first.length];
        final boolean[] secondMatched = new boolean[second.length];
        int matches = 0;
        for (int i = 0; i < first.length; i++) {
            final int until = Math.min(second.length, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < until; j++) {
                if (!secondMatched[j] && first[i] == second[j]) {
                    firstMatched[i] = true;
                    secondMatched[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int j = 0;
        for (int i = 0; i < first.length; i++) {
            if (firstMatched[i]) {
                while (!secondMatched[j]) {
                    j++;
                }
                if (first[i] != second[j++]) {
                    outOfOrder++;
                }
            }
        }
        final double m = matches;
        return (m / first.length + m / second.length + (m - outOfOrder / 2.0) / m) / 3;
    }

    /** Fragments that a similar name very probably contains: what to ask a database for that cannot measure likeness. */
    static Set<String> fragments(final String name) {
        final var words = words(name);
        if (words.isEmpty()) {
            return Set.of();
        }
        final var longest = words.stream().max(java.util.Comparator.comparingInt(String::length)).orElseThrow();
        return java.util.stream.Stream.of(words.get(0), longest, start(words.get(0)), start(longest)).filter(part -> part.length() > 1)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static String start(final String word) {
        final boolean han = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
        final int length = Math.min(han ? 2 : 4, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, length));
    }
}
