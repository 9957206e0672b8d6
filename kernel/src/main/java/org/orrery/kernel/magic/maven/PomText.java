package org.orrery.kernel.magic.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.orrery.kernel.magic.MagicException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a whole POM of what people paste from a README. */
final class PomText {

  private PomText() {}

  /**
   * A POM with everything in {@code text}: a whole {@code <project>}, or any of its parts, with
   * {@code <dependency>} and {@code <repository>} elements anywhere.
   *
   * @throws MagicException when it is no XML
   */
  static String whole(String text) {
    var given = parse("<given>" + text.replaceFirst("\\A\\s*<\\?xml.*?\\?>", "") + "</given>");
    var first = nextElement(given.getDocumentElement().getFirstChild());
    if (first != null && first.getTagName().equals("project")) {
      return text.strip();
    }
    var pom =
        parse(
            "<project xmlns='http://maven.apache.org/POM/4.0.0'><modelVersion>4.0.0</modelVersion>"
                + "<repositories/><dependencies/></project>");
    for (var one = first; one != null; one = nextElement(one.getNextSibling())) {
      add(pom, one);
    }
    addMissing(pom, "groupId", "notebook");
    addMissing(pom, "artifactId", "notebook");
    addMissing(pom, "version", "1");
    return written(pom);
  }

  private static void add(Document pom, Element one) {
    var project = pom.getDocumentElement();
    switch (one.getTagName()) {
      case "dependency" -> child(project, "dependencies").appendChild(pom.importNode(one, true));
      case "repository" -> child(project, "repositories").appendChild(pom.importNode(one, true));
      case "dependencies", "repositories" -> {
        for (var in = nextElement(one.getFirstChild());
            in != null;
            in = nextElement(in.getNextSibling())) {
          child(project, one.getTagName()).appendChild(pom.importNode(in, true));
        }
      }
      case "modelVersion" -> {}
      default -> project.appendChild(pom.importNode(one, true));
    }
  }

  private static void addMissing(Document pom, String tag, String text) {
    if (child(pom.getDocumentElement(), tag) == null) {
      var element = pom.createElement(tag);
      element.setTextContent(text);
      pom.getDocumentElement().appendChild(element);
    }
  }

  private static Element child(Element parent, String tag) {
    var one = nextElement(parent.getFirstChild());
    while (one != null && !one.getTagName().equals(tag)) {
      one = nextElement(one.getNextSibling());
    }
    return one;
  }

  private static Element nextElement(Node from) {
    var one = from;
    while (one != null && !(one instanceof Element)) {
      one = one.getNextSibling();
    }
    return (Element) one;
  }

  private static Document parse(String xml) {
    try {
      return builder().parse(new InputSource(new StringReader(xml)));
    } catch (SAXException e) {
      throw new MagicException(
          "expected <dependency> and <repository> elements or a whole <project>, received what is no XML: "
              + e.getMessage(),
          e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null); // would print what is thrown anyway
    return builder;
  }

  private static String written(Document pom) {
    try {
      var transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var text = new StringWriter();
      transformer.transform(new DOMSource(pom), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
