// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a picture back as a browser would: strict XML, attributes inherited from the groups around an element. */
final class SvgReader {

    /**
     * A text of the picture.
     *
     * @param text   what it says
     * @param left   where it begins
     * @param right  where it ends in the font that measured it
     * @param y      its base line
     * @param colour its colour as written
     */
    record Text(String text, double left, double right, double y, String colour) {
    }

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Document document;

    SvgReader(final String svg) {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new AssertionError(svg, failure);
        }
    }

    Document document() {
        return document;
    }

    List<Element> all(final String name) {
        final var nodes = document.getElementsByTagNameNS("*", name);
        final var elements = new ArrayList<Element>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    List<Text> texts() {
        return all("text").stream().map(SvgReader::text).toList();
    }

    private static Text text(final Element element) {
        final double x = Double.parseDouble(element.getAttribute("x"));
        final double y = Double.parseDouble(element.getAttribute("y"));
        final var family = inherited(element, "font-family").split(",")[0].replace("'", "").strip();
        final float size = Float.parseFloat(inherited(element, "font-size").replace("px", ""));
        final boolean bold = inherited(element, "font-weight").equals("bold");
        final double width = new Font(family, bold ? Font.BOLD : Font.PLAIN, 12).deriveFont(size)
                .getStringBounds(element.getTextContent(), CONTEXT).getWidth();
        final double share = switch (element.getAttribute("text-anchor")) {
            case "end" -> 1;
            case "middle" -> 0.5;
            default -> 0;
        };
        return new Text(element.getTextContent(), x - width * share, x + width * (1 - share), y, inherited(element, "fill"));
    }

    /** A colour as it is written, by numbers or by one of the two names in use. */
    static Rgb colour(final String written) {
        if (written.equals("white") || written.equals("black")) {
            return written.equals("white") ? Rgb.WHITE : Rgb.BLACK;
        }
        final var parts = written.replaceAll("[^0-9,]", "").split(",");
        return new Rgb(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** The attribute of the element or of the nearest group around it; empty where nobody sets it. */
    static String inherited(final Element element, final String attribute) {
        if (element.hasAttribute(attribute)) {
            return element.getAttribute(attribute);
        }
        return element.getParentNode() instanceof Element parent ? inherited(parent, attribute) : "";
    }
}
