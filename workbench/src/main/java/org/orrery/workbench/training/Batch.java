package org.orrery.workbench.training;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;

/**
 * What one step trains on.
 *
 * @param clips the clips the windows were cut from
 * @param parts inputs of the objective, one map for each part of the batch
 * @param again takes the arrays of frames back, to be filled anew
 */
record Batch(List<Clip> clips, List<Map<String, INDArray>> parts, Runnable again) {}
