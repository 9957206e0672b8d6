package org.orrery.workbench.clips;

/** Where one episode, as one camera saw it, lies in a LeRobot folder. */
record LeRobotEpisode(
    long index,
    int length,
    long dataChunk,
    long dataFile,
    String camera,
    long videoChunk,
    long videoFile,
    double videoStart) {}
