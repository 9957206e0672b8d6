package org.orrery.workbench.probes;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;

/**
 * An encoder that shows what its layers hold.
 *
 * <pre>{@code
 * Probe.linear().targets(ProbeTarget.of("velocity")).perLayer(clips -> myLayers(clips), clips);
 * }</pre>
 */
@FunctionalInterface
public interface LayeredEncoder {
  /** Activations [clip, time, ...] by layer, in the layers' order; all clips of the set. */
  Map<String, INDArray> layers(ClipSet clips);
}
