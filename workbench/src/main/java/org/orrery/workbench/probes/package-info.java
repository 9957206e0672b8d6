/**
 * Probes: what a frozen model's latents hold of the physics, measured beside controls.
 *
 * <p>The core ({@link org.orrery.workbench.probes.ProbeData}, ridge, MLP, scores) knows numbers
 * only; clips, latents and windows are turned into such numbers by {@link
 * org.orrery.workbench.probes.ProbeTarget}. Nothing here trains or changes a model, and nothing
 * here draws: pictures of a report live in the view package. Main types: {@link
 * org.orrery.workbench.probes.Probe}, which measures, and {@link
 * org.orrery.workbench.probes.ProbeReport}, which is what it found.
 */
package org.orrery.workbench.probes;
