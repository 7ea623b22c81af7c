// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textIsAlwaysText() {
        assertEquals("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;amp; &quot;",
                Html.escape("<script>alert('x')</script> &amp; \""));
        assertEquals("", Html.escape(null));
        assertEquals("a b\uFFFDc\uFFFD\uFFFD", Html.escape("a\nb\u0000c\uD800\uFFFF"));
        assertEquals("photo\uFFFDgnp.exe", Html.escape("photo\u202Egnp.exe"), "no name reads as another one");
        assertEquals("名 \uD83D\uDE00", Html.escape("名 \uD83D\uDE00"));
    }

    @Test
    void attributesCannotBeLeft() {
        assertEquals("<td class=\"a&quot; onclick=&quot;x\">&lt;b&gt;</td>\n", new Html().element("td", "<b>", "class",
                "a\" onclick=\"x").toString());
    }

    @Test
    void everythingOpenedIsClosed() {
        assertEquals("<ul><li>x</li>\n</ul>\n", new Html().begin("ul").element("li", "x").end().toString());
        assertThrows(IllegalStateException.class, () -> new Html().begin("p").toString());
    }
}
