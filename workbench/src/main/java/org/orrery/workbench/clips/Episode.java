package org.orrery.workbench.clips;

/** A run of frames in an array that holds those of many clips, one after the other. */
record Episode(String id, int from, int frames) {}
