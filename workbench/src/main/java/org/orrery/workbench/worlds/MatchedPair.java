package org.orrery.workbench.worlds;

import org.orrery.workbench.clips.Clip;

/**
 * A possible clip and the same clip with one violation; they differ in nothing else.
 *
 * <p>Both have the variable {@code violation}: 0 while all is right, 1 from the onset on. If the
 * motion itself was broken, all variables follow it, {@code gravity} (m/s^2) too where it flips;
 * velocities and momenta are 0 while a clip stands still and the other way round while it runs
 * backwards. If only what is drawn of a thing was changed (then {@link #thing} names it), variables
 * stay those of the possible clip.
 *
 * @param possible the clip as the world makes it
 * @param impossible the clip with the violation
 * @param kind what is wrong in it
 * @param onset the first frame that cannot follow the one before it
 * @param thing the name of the thing that was changed; empty if the motion was broken
 */
public record MatchedPair(
    Clip possible, Clip impossible, Violation kind, int onset, String thing) {}
