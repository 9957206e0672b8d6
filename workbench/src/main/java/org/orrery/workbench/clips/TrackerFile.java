package org.orrery.workbench.clips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a Tracker project file (.trk) says: where the frames are, their rate, scale and tracks. */
final class TrackerFile {
  private static final Map<String, Double> METRES =
      Map.of("m", 1.0, "cm", 1e-2, "mm", 1e-3, "\u00b5m", 1e-6, "um", 1e-6, "km", 1e3);
  private static final String IN_AXES = " in axes";
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

  private final Element panel;
  private final String file;

  private TrackerFile(String file, Element panel) {
    this.file = file;
    this.panel = panel;
  }

  static TrackerFile parse(String file, byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new TrackerFile(
          file, builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (SAXException e) {
      throw new IOException(
          "%s is not the XML of a project: %s".formatted(file, e.getMessage()), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java platform has no safe XML parser", e);
    }
  }

  /** The video, or the first of the pictures. */
  String media() throws IOException {
    return text("videoclip", "video", "path")
        .orElseThrow(() -> new IOException("%s names no video".formatted(file)));
  }

  boolean isVideo() throws IOException {
    return !List.of("png", "jpg", "jpeg", "tif", "tiff").contains(Places.ending(media()));
  }

  double fps() throws IOException {
    String text =
        text("clipcontrol", "delta_t")
            .or(() -> text("videoclip", "video", "delta_t"))
            .orElseThrow(
                () -> new IOException("%s does not say how long a frame lasts".formatted(file)));
    double milliseconds = number(text, "delta_t");
    if (!(milliseconds > 0)) {
      throw new IOException("%s: a frame lasts %s ms".formatted(file, text));
    }
    return 1000 / milliseconds;
  }

  /** The scale, or NaN if it is not one number for the whole clip or its unit is not a length. */
  double pixelsPerMetre() throws IOException {
    List<Double> scales = new ArrayList<>();
    for (Element frame : frames(object(property(panel, "coords")))) {
      for (String axis : List.of("xscale", "yscale")) {
        scales.add(number(frame, axis));
      }
    }
    Double unit = METRES.get(text("length_unit").orElse("m"));
    boolean one = !scales.isEmpty() && scales.stream().distinct().count() == 1;
    return one && unit != null && scales.get(0) > 0 ? scales.get(0) / unit : Double.NaN;
  }

  /**
   * The tracked points over all {@code count} frames, in metres, NaN where a point was not tracked.
   * The first is called {@code position}; others carry their own names. Each is given in the axes
   * of the image where the whole clip has one scale, and under its name with {@code in axes} in
   * those of the project.
   */
  List<Variable> variables(int count) throws IOException {
    double scale = pixelsPerMetre();
    Optional<TrackerAxes> axes = axes();
    List<Variable> variables = new ArrayList<>();
    boolean first = true;
    for (Element item : children(property(panel, "tracks"))) {
      Element track = object(item);
      if (track != null && track.getAttribute("class").endsWith(".PointMass")) {
        String name = first ? "position" : "position of " + child(track, "name").orElse("point");
        first = false;
        if (!Double.isNaN(scale)) {
          Place inImage = (t, x, y) -> new float[] {(float) (x / scale), (float) (y / scale)};
          variables.add(variable(name, places(track, count, inImage)));
        }
        if (axes.isPresent()) {
          variables.add(variable(name + IN_AXES, places(track, count, axes.get()::place)));
        }
      }
    }
    return variables;
  }

  private static Variable variable(String name, float[][] places) {
    return new Variable(name, "m", List.of("x", "y"), places);
  }

  /** A place in frame {@code t}, given in pixels, in metres. */
  @FunctionalInterface
  private interface Place {
    float[] of(int t, double x, double y);
  }

  /** The axes of the project, if they and a unit of length are known. */
  private Optional<TrackerAxes> axes() throws IOException {
    Double unit = METRES.get(text("length_unit").orElse("m"));
    Map<Integer, TrackerAxes.Key> keys = new HashMap<>();
    for (Element property : children(property(object(property(panel, "coords")), "framedata"))) {
      Matcher index = INDEX.matcher(property.getAttribute("name"));
      Element frame = object(property);
      if (frame != null && unit != null && index.matches()) {
        keys.put(
            Integer.parseInt(index.group(1)),
            new TrackerAxes.Key(
                number(frame, "xorigin"),
                number(frame, "yorigin"),
                Math.toRadians(number(frame, "angle")),
                number(frame, "xscale") / unit,
                number(frame, "yscale") / unit));
      }
    }
    return TrackerAxes.of(keys);
  }

  private float[][] places(Element track, int count, Place inMetres) throws IOException {
    float[][] places = new float[count][2];
    for (float[] place : places) {
      Arrays.fill(place, Float.NaN);
    }
    for (Element property : children(property(track, "framedata"))) {
      Matcher index = INDEX.matcher(property.getAttribute("name"));
      Element point = object(property);
      if (point != null && index.matches() && Integer.parseInt(index.group(1)) < count) {
        int t = Integer.parseInt(index.group(1));
        places[t] = inMetres.of(t, number(point, "x"), number(point, "y"));
      }
    }
    return places;
  }

  private double number(Element at, String name) throws IOException {
    return number(child(at, name).orElse("NaN"), name);
  }

  private double number(String text, String what) throws IOException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IOException("%s: %s is \"%s\", not a number".formatted(file, what, text), e);
    }
  }

  private Optional<String> text(String... path) {
    Element at = panel;
    for (int i = 0; i < path.length - 1; i++) {
      at = object(property(at, path[i]));
    }
    return child(at, path[path.length - 1]);
  }

  private static List<Element> frames(Element holder) {
    return children(property(holder, "framedata")).stream()
        .map(TrackerFile::object)
        .filter(frame -> frame != null)
        .toList();
  }

  private static Optional<String> child(Element at, String name) {
    return Optional.ofNullable(property(at, name)).map(e -> e.getTextContent().strip());
  }

  private static Element property(Element at, String name) {
    return children(at).stream()
        .filter(e -> e.getAttribute("name").equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Element object(Element property) {
    return children(property).stream()
        .filter(e -> e.getTagName().equals("object"))
        .findFirst()
        .orElse(null);
  }

  private static List<Element> children(Element at) {
    List<Element> children = new ArrayList<>();
    for (var n = at == null ? null : at.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
