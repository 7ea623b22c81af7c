// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;

/** Writes a picture as one SVG element. */
public final class SvgPicture {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** What Batik says of every picture though it means nothing for plain shapes and text. */
    private static final Set<String> NOISE = Set.of("color-interpolation", "color-rendering", "image-rendering", "shape-rendering",
            "text-rendering", "font-family");

    /** Beyond so many elements a picture with tooltips would be many times as large as without them; its table has their numbers. */
    private static final int MOST_TOOLTIPS = 2_000;

    private SvgPicture() {
    }

    /**
     * Writes.
     *
     * @param chart   the chart, for its title
     * @param theme   colours and type
     * @param size    the size in logical pixels
     * @param summary the description for screen readers
     * @param paint   paints on the surface and tells what it painted
     * @return the element
     */
    public static String of(final Chart chart, final ChartTheme theme, final ChartSize size, final String summary,
            final Function<Graphics2D, List<ChartElement>> paint) {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            final var document = factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
            final var context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(2);
            final var graphics = new SvgGraphics(context);
            graphics.setSVGCanvasSize(new Dimension(size.width(), size.height()));
            final var elements = paint.apply(graphics);
            final var root = graphics.getRoot(document.getDocumentElement());
            dropDefinitions(root);
            tidy(root);
            root.setAttribute("width", String.valueOf(size.width()));
            root.setAttribute("height", String.valueOf(size.height()));
            root.setAttribute("viewBox", "0 0 " + size.width() + ' ' + size.height());
            root.setAttribute("role", "img");
            root.setAttribute("font-family", families(theme));
            root.insertBefore(text(document, "desc", summary), root.getFirstChild());
            root.insertBefore(text(document, "title", chart.heading().title()), root.getFirstChild());
            if (elements.size() <= MOST_TOOLTIPS) {
                root.appendChild(tooltips(document, context, elements));
            }
            return write(document);
        } catch (ParserConfigurationException | TransformerException failure) {
            throw new IllegalStateException("the Java runtime writes no XML", failure);
        }
    }

    private static Element text(final Document document, final String name, final String text) {
        final var element = document.createElementNS(SVG, name);
        element.setTextContent(text);
        return element;
    }

    private static Element tooltips(final Document document, final SVGGeneratorContext context, final List<ChartElement> elements) {
        final var group = document.createElementNS(SVG, "g");
        group.setAttribute("fill", "none");
        group.setAttribute("stroke", "none");
        group.setAttribute("pointer-events", "all");
        for (final var element : elements) {
            final var area = element.hitArea();
            final var rectangle = document.createElementNS(SVG, "rect");
            rectangle.setAttribute("x", context.doubleString(area.x()));
            rectangle.setAttribute("y", context.doubleString(area.y()));
            rectangle.setAttribute("width", context.doubleString(area.width()));
            rectangle.setAttribute("height", context.doubleString(area.height()));
            rectangle.appendChild(text(document, "title", element.text()));
            group.appendChild(rectangle);
        }
        return group;
    }

    private static String families(final ChartTheme theme) {
        final var families = new LinkedHashSet<String>();
        theme.fontFamilies().forEach(family -> families.add('\'' + family.replace("'", "") + '\''));
        families.add("system-ui");
        families.add("sans-serif");
        return String.join(", ", families);
    }

    /** Batik makes room for gradients and clip paths, under ids; our pictures have none. */
    private static void dropDefinitions(final Element root) {
        final var definitions = root.getElementsByTagNameNS(SVG, "defs");
        while (definitions.getLength() > 0) {
            final var element = definitions.item(0);
            element.getParentNode().removeChild(element);
        }
    }

    /** Also drops the name of the one font that measured the texts: the whole picture has one list of families. */
    private static void tidy(final Element element) {
        final var attributes = element.getAttributes();
        for (int index = attributes.getLength() - 1; index >= 0; index--) {
            final var name = attributes.item(index).getNodeName();
            if (NOISE.contains(name)) {
                element.removeAttribute(name);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                tidy(inner);
            }
        }
    }

    private static String write(final Document document) throws TransformerException {
        final var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.setOutputProperty(OutputKeys.INDENT, "no");
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        final var writer = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(writer));
        return writer.toString();
    }
}
