/**
 * World models: networks that watch video, keep a latent state, and predict it.
 *
 * <p>{@link org.orrery.workbench.models.WorldModel} is what one holds; {@link
 * org.orrery.workbench.models.JepaConfig} the shape of the default model, whose encoder, predictor,
 * decoder and loss each have a file here. Training loops, probes and pictures live elsewhere.
 */
package org.orrery.workbench.models;
