/**
 * Simulated worlds that make clips with the ground truth of every physical variable. What a clip is
 * and how sets of clips are split lives in {@code clips}; nothing here reads files or draws on a
 * screen. The two main types are {@link org.orrery.workbench.worlds.World} and {@link
 * org.orrery.workbench.worlds.BouncingBall}; {@link org.orrery.workbench.worlds.Worlds} lists the
 * worlds there are.
 */
package org.orrery.workbench.worlds;
