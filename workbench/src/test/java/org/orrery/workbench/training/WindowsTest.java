package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.worlds.Worlds;

class WindowsTest {
  private final ClipSet clips = Clips.of(Worlds.bouncingBall().size(8).frames(9), 10).seed(2);

  private static List<String> epoch(Windows windows, int number) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < windows.stepsAnEpoch(); i++) {
      windows.clips(number * windows.stepsAnEpoch() + i).forEach(clip -> seen.add(clip.id()));
    }
    return seen;
  }

  @Test
  void anEpochSeesEveryClipOnceInAnOrderOfItsOwn() {
    Windows windows = new Windows(clips, 5, 4, 1);

    assertThat(windows.stepsAnEpoch()).isEqualTo(2);
    assertThat(epoch(windows, 0)).hasSize(10).doesNotHaveDuplicates();
    assertThat(epoch(windows, 1))
        .containsExactlyInAnyOrderElementsOf(epoch(windows, 0))
        .isNotEqualTo(epoch(windows, 0));
  }

  @Test
  void clipsThatDoNotFillABatchWaitAndABatchIsNeverLargerThanTheSet() {
    assertThat(epoch(new Windows(clips, 4, 4, 1), 0)).hasSize(8).doesNotHaveDuplicates();
    assertThat(epoch(new Windows(clips, 99, 4, 1), 0)).hasSize(10);
  }

  @Test
  void aWindowIsAStretchOfItsClip() {
    Windows windows = new Windows(clips, 1, 9, 1);
    List<Clip> chosen = windows.clips(0);

    INDArray frames = windows.frames(chosen, 0);

    assertThat(frames.shape()).containsExactly(1, 9, 1, 8, 8);
    byte[] last = chosen.get(0).frame(8);
    for (int i = 0; i < last.length; i++) {
      assertThat(frames.getFloat(0, 8, 0, i / 8, i % 8)).isEqualTo((last[i] & 0xff) / 255f);
    }
  }

  @Test
  void whatAStepSeesDependsOnSeedAndStepAlone() {
    Windows windows = new Windows(clips, 5, 4, 1);
    List<Clip> chosen = windows.clips(1);

    assertThat(windows.frames(chosen, 1))
        .isEqualTo(new Windows(clips, 5, 4, 1).frames(chosen, 1))
        .isNotEqualTo(new Windows(clips, 5, 4, 2).frames(chosen, 1))
        .isNotEqualTo(windows.frames(chosen, 2));
  }
}
