package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracked points in the axes that a Tracker project measures in, and those of the image. */
class TrackerAxesTest {
  private static final Path CAR = Path.of("..", "datasets", "car-loop", "car.trz");

  @TempDir Path folder;

  /** Origin at (40, 30), x turned 90 degrees up, 200 pixels a centimetre. */
  @Test
  void aProjectWithItsVideoInsideIsReadInItsOwnAxes() throws IOException {
    Clip film = MovingSquare.clip(3, 5, 64);
    Path project =
        project(film, "cm", axes(0, 40, 30, 90, 200), point("A", "0 40 30", "1 40 10", "3 60 30"));

    Clip clip = Clips.read(project, Reading.all().fit(32, 32));

    assertThat(clip.frames()).isEqualTo(5);
    assertThat(clip.fps()).isCloseTo(50, within(1e-9));
    assertThat(clip.width()).isEqualTo(32);
    assertThat(clip.pixelsPerMetre()).isCloseTo(10_000, within(1e-6));
    assertThat(MovingSquare.meanDifference(film, Clips.read(project))).isLessThan(3);
    assertThat(clip.variables().keySet()).containsExactly("position", "position in axes");
    assertPlace(clip.variable("position"), 1, 0.002, 0.0005);
    Variable own = clip.variable("position in axes");
    assertThat(own.unit()).isEqualTo("m");
    assertPlace(own, 0, 0, 0);
    assertPlace(own, 1, 0.001, 0); // 20 pixels up are 0.1 cm along x
    assertPlace(own, 3, 0, -0.001); // and 20 to the right as far down along y
    assertThat(own.at(2, 0)).isNaN();
    assertThat(own.at(4, 1)).isNaN();
  }

  @Test
  void axesHoldUpToTheNextKeyFrameAndMayChangeTheirScale() throws IOException {
    Path project =
        project(
            MovingSquare.clip(3, 5, 64),
            "m",
            axes(0, 10, 10, 0, 100) + axes(3, 20, 10, 0, 200),
            point("A", "0 20 10", "2 30 0", "3 40 0", "4 20 10"),
            point("B", "4 40 10"));

    Clip clip = Clips.read(project);

    // One scale does not fit the whole clip, so that the image has no metres.
    assertThat(clip.pixelsPerMetre()).isNaN();
    assertThat(clip.variables().keySet())
        .containsExactly("position in axes", "position of B in axes");
    Variable own = clip.variable("position in axes");
    assertPlace(own, 0, 0.1, 0);
    assertPlace(own, 2, 0.2, 0.1);
    assertPlace(own, 3, 0.1, 0.05);
    assertPlace(own, 4, 0, 0);
    assertPlace(clip.variable("position of B in axes"), 4, 0.1, 0);
  }

  @Test
  void axesWithoutAnOriginOrAUnitAreNotGuessed() throws IOException {
    Clip film = MovingSquare.clip(3, 2, 64);
    String place = axes(0, 10, 10, 0, 100);

    Clip noOrigin =
        Clips.read(project(film, "m", place.replace("xorigin", "x"), point("A", "0 20 10")));
    Clip noUnit = Clips.read(project(film, "cubits", place, point("A", "0 20 10")));

    assertThat(noOrigin.variables().keySet()).containsExactly("position");
    assertThat(noUnit.variables()).isEmpty();
  }

  /** The authors' axes lie under the loop, along the track, which is tilted by 1.27 degrees. */
  @Test
  void theCarClimbsInTheAxesThatItsAuthorsDrew() {
    Clip car = Clips.read(CAR, Reading.all().fit(36, 64));

    Variable image = car.variable("position");
    Variable own = car.variable("position in axes");

    double cos = Math.cos(Math.toRadians(1.273030020056704));
    double sin = Math.sin(Math.toRadians(1.273030020056704));
    float highest = 0;
    float lowest = 0;
    for (int t = 0; t < car.frames(); t++) {
      double u = image.at(t, 0) - 615.9331476323121 / 5763.384311147731;
      double v = 538.2729805013928 / 5763.384311147731 - image.at(t, 1);
      assertPlace(own, t, u * cos + v * sin, v * cos - u * sin);
      highest = Math.max(highest, own.at(t, 1));
      lowest = Math.min(lowest, own.at(t, 1));
    }
    assertThat(highest).as("at the top of the loop").isBetween(0.07f, 0.11f);
    assertThat(highest - lowest).isBetween(0.09f, 0.115f);
  }

  private static void assertPlace(Variable variable, int t, double x, double y) {
    assertThat((double) variable.at(t, 0)).as("x of frame %d", t).isCloseTo(x, within(1e-6));
    assertThat((double) variable.at(t, 1)).as("y of frame %d", t).isCloseTo(y, within(1e-6));
  }

  /** A .trz with the film as a video in it, at 20 ms a frame. */
  private Path project(Clip film, String unit, String axes, String... points) throws IOException {
    Path video = folder.resolve("film.mp4");
    Clips.write(film, video);
    String project =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <object class="org.opensourcephysics.cabrillo.tracker.TrackerPanel">
          <property name="videoclip" type="object">
          <object class="org.opensourcephysics.media.core.VideoClip">
            <property name="video" type="object">
            <object class="org.opensourcephysics.media.xuggle.XuggleVideo">
              <property name="path" type="string">videos/film.mp4</property>
            </object></property>
          </object></property>
          <property name="clipcontrol" type="object">
          <object class="org.opensourcephysics.media.core.StepperClipControl">
            <property name="delta_t" type="double">20.0</property>
          </object></property>
          <property name="coords" type="object">
          <object class="org.opensourcephysics.media.core.ImageCoordSystem">
            <property name="fixedorigin" type="boolean">false</property>
            <property name="framedata" type="array">%s</property>
          </object></property>
          <property name="length_unit" type="string">%s</property>
          <property name="tracks" type="collection">%s</property>
        </object>
        """
            .formatted(axes, unit, String.join("", points));
    Path file = folder.resolve("film.trz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("film.trk"));
      zip.write(project.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("videos/film.mp4"));
      Files.copy(video, zip);
    }
    return file;
  }

  private static String axes(int frame, double x, double y, double degrees, double scale) {
    return """
        <property name="[%d]" type="object">
        <object class="org.opensourcephysics.media.core.ImageCoordSystem$FrameData">
          <property name="xorigin" type="double">%s</property>
          <property name="yorigin" type="double">%s</property>
          <property name="angle" type="double">%s</property>
          <property name="xscale" type="double">%s</property>
          <property name="yscale" type="double">%s</property>
        </object></property>
        """
        .formatted(frame, x, y, degrees, scale, scale);
  }

  /** A point of mass; its marks are "frame x y". */
  private static String point(String name, String... marks) {
    StringBuilder data = new StringBuilder();
    for (String mark : marks) {
      String[] part = mark.split(" ");
      data.append(
          """
          <property name="[%s]" type="object">
          <object class="org.opensourcephysics.cabrillo.tracker.PointMass$FrameData">
            <property name="x" type="double">%s.0</property>
            <property name="y" type="double">%s.0</property>
          </object></property>
          """
              .formatted((Object[]) part));
    }
    return """
        <property name="item" type="object">
        <object class="org.opensourcephysics.cabrillo.tracker.PointMass">
          <property name="name" type="string">%s</property>
          <property name="framedata" type="array">%s</property>
        </object></property>
        """
        .formatted(name, data);
  }
}
