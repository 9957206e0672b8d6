package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;

class StirredDyeTest {
  private static final int CELLS = 64;

  private static Vorticity vortices(double viscosity) {
    Vorticity flow = new Vorticity(CELLS, 1, viscosity);
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        flow.vorticity[i][j] =
            4 * Math.sin(2 * Math.PI * i / CELLS) * Math.sin(2 * Math.PI * j / CELLS);
      }
    }
    flow.solve(0);
    return flow;
  }

  @Test
  void taylorGreenVorticesDecayAsTheExponentialSays() {
    double viscosity = 5e-3;
    Vorticity flow = vortices(viscosity);
    for (int i = 0; i < 50; i++) {
      flow.advance(0.02);
    }
    double expected = 4 * Math.exp(-viscosity * 8 * Math.PI * Math.PI);
    assertThat(flow.vorticity[CELLS / 4][CELLS / 4]).isCloseTo(expected, within(0.01 * expected));
    assertThat(flow.vorticity[CELLS / 4][3 * CELLS / 4])
        .isCloseTo(-expected, within(0.01 * expected));
  }

  @Test
  void theVelocityOfTaylorGreenVorticesIsThatOfTheirStreamFunction() {
    Vorticity flow = vortices(0);
    double fastest = 4 / (8 * Math.PI * Math.PI) * 2 * Math.PI;

    assertThat(flow.u[0][CELLS / 4]).isCloseTo(fastest, within(0.005 * fastest));
    assertThat(flow.v[CELLS / 4][0]).isCloseTo(-fastest, within(0.005 * fastest));
    assertThat(flow.v[0][CELLS / 4]).as("no flow through a wall").isCloseTo(0, within(1e-12));
  }

  @Test
  void nothingFlowsOutOfACell() {
    Vorticity flow = vortices(1e-3);
    flow.advance(0.1);
    for (int i = 1; i < CELLS; i++) {
      for (int j = 1; j < CELLS; j++) {
        double divergence =
            flow.u[i][j + 1] - flow.u[i][j - 1] + flow.v[i + 1][j] - flow.v[i - 1][j];
        assertThat(divergence).isCloseTo(0, within(1e-13));
      }
    }
  }

  @Test
  void stirringMovesTheDyesAndLosesNone() {
    Clip clip = Worlds.stirredDye().generate(3, 1);

    for (int t = 1; t < clip.frames(); t++) {
      assertThat(clip.variable("dye").at(t, 0))
          .isCloseTo(clip.variable("dye").at(0, 0), within(1e-6f));
    }
    assertThat(clip.variable("energy").at(0, 0)).isZero();
    assertThat(clip.variable("energy").at(31, 0)).isPositive();
    assertThat(clip.variable("blue dye").at(31)).isNotEqualTo(clip.variable("blue dye").at(0));
  }
}
