package org.orrery.workbench.physics;

/**
 * A thing more or a thing less in a frame than the one before explains.
 *
 * @param frame the frame it was first seen in
 * @param more whether there is more
 * @param area pixels that came or went
 * @param blob where: what came, or what was there the frame before
 * @param track of what came or went, or null if it was part of a component with others
 * @param twin of what came beside another one like it, or null
 */
record Change(int frame, boolean more, double area, Blob blob, Track track, Blob twin) {}
