/**
 * World models: networks that watch video, keep a latent state, and predict it.
 *
 * <p>{@link org.orrery.workbench.models.WorldModel} is what one holds; a {@link
 * org.orrery.workbench.models.ModelConfig} the shape of one. Behind them every kind is a pure
 * architecture over named parameters, its encoder, dynamics, decoder and loss in files of their
 * own, and one class that gives it weights and an engine. Training loops, probes and pictures live
 * elsewhere.
 */
package org.orrery.workbench.models;
