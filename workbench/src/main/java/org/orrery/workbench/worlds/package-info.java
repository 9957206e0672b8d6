/**
 * Simulated worlds that make clips with the ground truth of every physical variable, conditions and
 * interventions on them, cameras to see them through, and matched pairs in which one clip breaks a
 * law of nature. What a clip is and how sets of clips are split lives in {@code clips}; nothing
 * here reads files or draws on a screen. The two main types are {@link
 * org.orrery.workbench.worlds.World} and {@link org.orrery.workbench.worlds.Motion}; {@link
 * org.orrery.workbench.worlds.Worlds} lists the worlds there are.
 */
package org.orrery.workbench.worlds;
