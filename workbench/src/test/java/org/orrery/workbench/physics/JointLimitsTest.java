package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class JointLimitsTest {
  private static final World LIMBS = Worlds.limbs().size(128);

  @Test
  void anglesAreReadFromThePicture() {
    double[] error = new double[2];
    int[] seen = new int[2];
    for (int i = 0; i < 6; i++) {
      Clip clip = LIMBS.generate(3, i);
      Variable angle = clip.variable("angle");
      for (int t = 0; t < clip.frames(); t++) {
        FigureFrame frame = new FigureFrame(clip.frame(t), 128, 128);
        double[] measured = {frame.elbow(), frame.knee()};
        double[] known = {angle.at(t, 5), angle.at(t, 7)};
        for (int k = 0; k < 2; k++) {
          if (!Double.isNaN(measured[k])) {
            error[k] += Math.abs(Math.IEEEremainder(measured[k] - known[k], 2 * Math.PI));
            seen[k]++;
          }
        }
      }
    }
    assertThat(seen[0]).isGreaterThan(6 * 16);
    assertThat(seen[1]).isGreaterThan(6 * 16);
    assertThat(error[0] / seen[0]).isLessThan(0.2);
    assertThat(error[1] / seen[1]).isLessThan(0.2);
  }

  @Test
  void aJointThatBendsPastItsLimitIsTold() {
    double[] possible = new double[12];
    double[] impossible = new double[12];
    int made = 0;
    for (int i = 0; made < possible.length; i++) {
      Optional<MatchedPair> pair = Violation.BENDS_PAST_JOINT.find(LIMBS, 2027, i);
      if (pair.isPresent()) {
        possible[made] = Physics.joints(pair.get().possible()).worst();
        impossible[made++] = Physics.joints(pair.get().impossible()).worst();
      }
    }
    assertThat(Separation.auroc(possible, impossible)).isGreaterThan(0.9);
  }

  @Test
  void aGreyClipIsRefused() {
    assertThatThrownBy(() -> Physics.joints(LIMBS.generate(1, 0).grey()))
        .hasMessageContaining("watch it in three");
  }
}
