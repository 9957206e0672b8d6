package org.orrery.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrreryCommandTest {

  private static final String JAVA_CELL =
      """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        {"cell_type": "code", "id": "a", "source": "1", "metadata": {}, "outputs": [],
         "execution_count": null}]}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "run --help",
        "run --version",
        "install --help",
        "install --version",
        "doctor --help",
        "doctor --version",
        "datasets --help",
        "datasets --version",
        "watch --help",
        "watch --version",
        "verify --help",
        "verify --version"
      })
  void explainsItselfOnEveryCommand(String line) {
    assertThat(orrery(line.split(" "))).isZero();
    assertThat(out.toString()).contains("orrery");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "run",
        "run a.ipynb b.ipynb",
        "run --timeout=soon a.ipynb",
        "run --timeout=0 a.ipynb",
        "run -p novalue a.ipynb",
        "run -o same --html same a.ipynb",
        "install --user --prefix /tmp",
        "doctor --odd",
        "datasets eat",
        "datasets list car-loop",
        "watch",
        "watch a.mp4 --fps 0",
        "watch a.mp4 --html same --json same",
        "verify",
        "verify a b",
        "verify . --model checkpoints/jepa-tiny"
      })
  void answersWrongUsageWithTwo(String line) {
    assertThat(orrery(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("orrery");
  }

  @Test
  void failsOnAMissingNotebookWithOneLine() {
    assertThat(orrery("run", folder.resolve("gone.ipynb").toString())).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains("gone.ipynb: there is no such notebook");
  }

  @Test
  void failsOnANotebookInAnotherLanguage() throws IOException {
    var notebook =
        notebook(
            JAVA_CELL.replace(
                "{}, \"cells\"", "{\"kernelspec\":{\"language\":\"python\"}}," + " \"cells\""));

    assertThat(orrery("run", notebook.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("expected a Java notebook, found one in python");
  }

  @Test
  void refusesParametersForANotebookWithoutDefaults() throws IOException {
    assertThat(orrery("run", "-p", "n=3", notebook(JAVA_CELL).toString())).isEqualTo(2);
    assertThat(err.toString()).contains("tagged \"parameters\"");
  }

  @Test
  void checksBeforeTheRunWhetherItsOutputsCanBeWritten() throws IOException {
    var notebook = notebook(JAVA_CELL).toString();
    var nowhere = folder.resolve("no/page.html").toString();

    assertThat(orrery("run", notebook, "--html", nowhere)).isEqualTo(1);
    assertThat(err.toString()).contains("does not exist").contains("mkdir -p");
    assertThat(out.toString()).doesNotContain("running");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("n.ipynb"));
    }
  }

  @Test
  void installsBelowAPrefix() {
    assertThat(orrery("install", "--prefix", folder.toString())).isZero();
    assertThat(folder.resolve("share/jupyter/kernels/orrery/kernel.json")).exists();
  }

  @Test
  void doctorShowsWhatIsHere() {
    orrery("doctor");

    assertThat(out.toString()).contains("JDK", "JShell", "Processor", "Engine torch", "Jupyter");
  }

  @Test
  void listsAndVerifiesDatasets() {
    var datasets = Path.of("..", "datasets").toAbsolutePath().toString();

    assertThat(orrery("datasets", "--in", datasets)).as(out.toString()).isZero();
    assertThat(out.toString()).contains("car-loop", "GPL-3.0", "bulk-water");
    assertThat(orrery("datasets", "verify", "bulk-water", "--in", datasets)).isZero();
    assertThat(out.toString()).contains("as its card says");
    assertThat(orrery("datasets", "--in", folder.resolve("none").toString())).isEqualTo(1);
  }

  @Test
  void watchesAVideoAndWritesWhatIsWrongWithIt() throws IOException {
    // given a square that goes right by two pixels a frame and vanishes at frame 8
    var frames = Files.createDirectory(folder.resolve("square"));
    for (int t = 0; t < 12; t++) {
      var frame = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
      if (t < 8) {
        var g = frame.createGraphics();
        g.setColor(java.awt.Color.ORANGE);
        g.fillRect(10 + 2 * t, 20, 10, 10);
        g.dispose();
      }
      ImageIO.write(frame, "png", frames.resolve("frame-%03d.png".formatted(t)).toFile());
    }
    var page = folder.resolve("square.html");
    var figures = folder.resolve("square.json");

    var code =
        orrery(
            "watch",
            frames.toString(),
            "--fps",
            "25",
            "--html",
            page.toString(),
            "--json",
            figures.toString());

    assertThat(code).as(out.toString()).isZero();
    assertThat(out.toString()).contains("frame 8: death", "100 px gone");
    assertThat(page).content().startsWith("<!doctype html>").contains("<svg", "death");
    assertThat(figures).content().contains("\"death\"", "\"things\"");
    assertThat(orrery("watch", folder.resolve("gone.mp4").toString())).isEqualTo(1);
    assertThat(out.toString()).contains("gone.mp4");
  }

  @Test
  void verifiesWhatWasPublishedAndSaysWhatDiffers() throws IOException {
    var tuned = Path.of("..", "checkpoints", "jepa-collisions").toAbsolutePath().normalize();
    var changed = Files.createDirectory(folder.resolve("changed"));
    Files.copy(tuned.resolve("card.json"), changed.resolve("card.json"));
    var weights = Files.readAllBytes(tuned.resolve("model.safetensors"));
    weights[weights.length - 1] ^= 1;
    Files.write(changed.resolve("model.safetensors"), weights);

    assertThat(orrery("verify", tuned.toString())).as(out.toString()).isZero();
    assertThat(out.toString()).contains("is as its card says", "loads as the jepa");
    assertThat(orrery("verify", changed.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("expected SHA-256").contains("found");
    assertThat(orrery("verify", folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(out.toString()).contains("there is no", "none.json");
  }

  private Path notebook(String json) throws IOException {
    return Files.writeString(folder.resolve("n.ipynb"), json);
  }

  private int orrery(String... args) {
    return OrreryCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }
}
