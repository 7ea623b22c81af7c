// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the pages of the product's help, and its table of contents, from the Markdown pages of the user guide, so that there is one source
 * of both. The build runs it by the Java launcher: {@code java -cp COMMONMARK HelpPages.java GUIDE OUT STYLE}.
 * <p>
 * {@code README.md} of each language is the first page, and the order of its links is the order of the contents. A page may name others in
 * a folder below it, which follow it in the contents. A page that nothing names, a link that leads nowhere, or a page that one language lacks
 * ends the build.
 */
final class HelpPages {

    private static final String INDEX = "README.md";
    private static final String STYLE = "page.css";
    private static final String HTTPS = "https://";
    private static final List<String> WORDS_JOINED = List.of("zh");

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final Path guide;
    private final Path out;
    private final String language;

    private HelpPages(final Path guide, final Path out, final String language) {
        this.guide = guide;
        this.out = out;
        this.language = language;
    }

    /** A page: where it comes from, what it is called, and the headings that can be linked to. */
    private record Page(String file, Node document, String title, Map<String, String> sections) {

        String href() {
            return html(file);
        }

        boolean isBelow() {
            return file.contains("/");
        }

        /** A target of a link on this page, from the folder of the guide; its anchor stays. */
        String target(final String link) {
            return link.startsWith("#") ? file + link : Path.of(file).resolveSibling(link).normalize().toString().replace('\\', '/');
        }
    }

    public static void main(final String[] arguments) throws IOException {
        final var guide = Path.of(arguments[0]).toAbsolutePath().normalize();
        final var out = Path.of(arguments[1]).toAbsolutePath().normalize();
        for (final var made : List.of(out.resolve("html"), out.resolve("nl").resolve("zh").resolve("html"))) {
            empty(made);
        }
        final var english = new HelpPages(guide, out, "en").write();
        final var chinese = new HelpPages(guide.resolve("zh"), out.resolve("nl").resolve("zh"), "zh").write();
        if (!english.equals(chinese)) {
            throw new IllegalStateException("The guide has other pages in English than in Chinese: " + english + " and " + chinese);
        }
        Files.copy(Path.of(arguments[2]), out.resolve("html").resolve(STYLE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A page that was renamed must not live on in the product. */
    private static void empty(final Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (final var file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private List<String> write() throws IOException {
        final var pages = pages();
        Files.createDirectories(out.resolve("html"));
        for (int i = 0; i < pages.size(); i++) {
            check(pages.get(i), pages);
            Files.writeString(out.resolve("html").resolve(pages.get(i).href()), page(pages, i), StandardCharsets.UTF_8);
        }
        Files.writeString(out.resolve("toc.xml"), contents(pages), StandardCharsets.UTF_8);
        return pages.stream().map(Page::file).toList();
    }

    private List<Page> pages() throws IOException {
        final var pages = new ArrayList<Page>();
        final var index = read(INDEX);
        pages.add(index);
        final Set<String> seen = new HashSet<>(Set.of(INDEX));
        for (final var target : targets(index.document())) {
            if (target.endsWith(".md") && !target.contains("/") && seen.add(target)) {
                final var page = read(target);
                pages.add(page);
                for (final var below : targets(page.document())) {
                    if (below.endsWith(".md") && below.contains("/") && !below.startsWith("../") && !below.startsWith(HTTPS) && seen.add(below)) {
                        pages.add(read(below));
                    }
                }
            }
        }
        try (var files = Files.walk(guide)) {
            final var forgotten = files.map(file -> guide.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md") && WORDS_JOINED.stream().noneMatch(other -> name.startsWith(other + '/')) && !seen.contains(name)).toList();
            if (!forgotten.isEmpty()) {
                throw new IllegalStateException(guide.resolve(INDEX) + " and the pages it names do not name " + forgotten);
            }
        }
        return pages;
    }

    private Page read(final String file) throws IOException {
        final var document = parser.parse(Files.readString(guide.resolve(file), StandardCharsets.UTF_8));
        if (WORDS_JOINED.contains(language)) {
            document.accept(new AbstractVisitor() {
                @Override
                public void visit(final SoftLineBreak lineBreak) {
                    lineBreak.unlink();
                }
            });
        }
        final var title = new ArrayList<String>();
        final var sections = new LinkedHashMap<String, String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(final Heading heading) {
                if (heading.getLevel() == 1) {
                    title.add(text(heading));
                } else if (heading.getLevel() == 2) {
                    sections.put(anchor(text(heading)), text(heading));
                }
            }
        });
        if (title.size() != 1) {
            throw new IllegalStateException(guide.resolve(file) + " needs exactly one heading of level 1");
        }
        return new Page(file, document, title.get(0), sections);
    }

    private static List<String> targets(final Node document) {
        final var targets = new ArrayList<String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(final Link link) {
                targets.add(link.getDestination());
                visitChildren(link);
            }
        });
        return targets;
    }

    private void check(final Page page, final List<Page> pages) {
        final var byFile = new HashMap<String, Page>();
        pages.forEach(known -> byFile.put(known.file(), known));
        for (final var target : targets(page.document())) {
            if (target.startsWith(HTTPS)) {
                continue;
            }
            final var whole = page.target(target);
            final int hash = whole.indexOf('#');
            final var there = byFile.get(hash < 0 ? whole : whole.substring(0, hash));
            if (there == null || hash >= 0 && !there.sections().containsKey(whole.substring(hash + 1))) {
                throw new IllegalStateException(guide.resolve(page.file()) + " links to " + target + ", which is not in the guide");
            }
        }
    }

    private String page(final List<Page> pages, final int index) throws IOException {
        final var page = pages.get(index);
        final var body = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).attributeProviderFactory(context -> (node, tag, attributes) -> {
            if (node instanceof final Heading heading && heading.getLevel() == 2) {
                attributes.put("id", anchor(text(heading)));
            } else if (node instanceof Link && attributes.get("href").contains(".md")) {
                attributes.put("href", html(page.target(attributes.get("href"))));
            } else if (node instanceof Image) {
                attributes.put("src", image(attributes.get("src")));
            }
        }).build().render(page.document());
        final var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"UTF-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(page.title()) + "</title>\n"
                + "<link rel=\"stylesheet\" href=\"" + STYLE + "\">\n</head>\n<body>\n<main>\n").append(body).append("</main>\n<nav>\n");
        if (index > 0) {
            html.append("<a rel=\"prev\" href=\"" + pages.get(index - 1).href() + "\">← " + escaped(pages.get(index - 1).title()) + "</a>\n");
        }
        if (index < pages.size() - 1) {
            html.append("<a rel=\"next\" href=\"" + pages.get(index + 1).href() + "\">" + escaped(pages.get(index + 1).title()) + " →</a>\n");
        }
        return html.append("</nav>\n</body>\n</html>\n").toString();
    }

    /** Pictures are kept once for all languages, beside the English pages, where the help finds them for every language. */
    private String image(final String source) {
        final var from = guide.resolve(source).normalize();
        final var folder = (out.endsWith(Path.of("nl", language)) ? out.getParent().getParent() : out).resolve("html").resolve("images");
        try {
            Files.createDirectories(folder);
            Files.copy(from, folder.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException absent) {
            throw new IllegalStateException("The picture " + from + " cannot be copied", absent);
        }
        return "images/" + from.getFileName();
    }

    private static String contents(final List<Page> pages) {
        final var toc = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<toc label=\"" + escaped(pages.get(0).title()) + "\" topic=\"html/"
                + pages.get(0).href() + "\">\n");
        boolean open = false;
        for (final var page : pages.subList(1, pages.size())) {
            if (page.isBelow()) {
                toc.append("    <topic label=\"" + escaped(page.title()) + "\" href=\"html/" + page.href() + "\"/>\n");
                continue;
            }
            toc.append(open ? "  </topic>\n" : "").append("  <topic label=\"" + escaped(page.title()) + "\" href=\"html/" + page.href() + "\">\n");
            page.sections().forEach((anchor, label) -> toc.append("    <topic label=\"" + escaped(label) + "\" href=\"html/" + page.href() + '#' + anchor + "\"/>\n"));
            open = true;
        }
        return toc.append(open ? "  </topic>\n" : "").append("</toc>\n").toString();
    }

    private static String html(final String file) {
        return file.replace(INDEX, "index.html").replace(".md", ".html").replace('/', '-');
    }

    /** As GitHub makes them, so that a link works in both places. */
    private static String anchor(final String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static String text(final Node node) {
        final var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(final Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(final Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
