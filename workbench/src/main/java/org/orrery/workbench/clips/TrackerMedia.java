package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;

/** The files beside a Tracker project file, in its zip or in its folder. */
interface TrackerMedia {

  boolean has(String name);

  /** The content of a file that the project names. */
  byte[] bytes(String name) throws IOException;

  /** Lets a video be read from a file of its own. */
  Clip video(String name, VideoReader reader) throws IOException;

  /** Reads a video file. */
  @FunctionalInterface
  interface VideoReader {
    Clip read(Path file) throws IOException;
  }
}
