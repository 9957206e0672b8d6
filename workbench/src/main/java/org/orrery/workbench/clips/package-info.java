/**
 * Clips of moving things: frames with the physical variables that are known about them, and sets of
 * clips with their splits. Reading files into clips lives here as well; simulators that make clips
 * live in {@code worlds}, and everything that draws on a screen lives in {@code view}. The two main
 * types are {@link org.orrery.workbench.clips.Clip} and {@link org.orrery.workbench.clips.ClipSet};
 * {@link org.orrery.workbench.clips.Clips} is where to start. {@link
 * org.orrery.workbench.clips.Tracking} measures where things are in a clip, filmed or imagined.
 */
package org.orrery.workbench.clips;
