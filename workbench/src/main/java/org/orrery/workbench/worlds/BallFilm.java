package org.orrery.workbench.worlds;

import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** Films a ball: one picture and one row of every variable a frame. */
final class BallFilm {
  private final String id;
  private final int frames;
  private final int size;

  BallFilm(String id, int frames, int size) {
    this.id = id;
    this.frames = frames;
    this.size = size;
  }

  Clip of(Ball ball) {
    double scale = size / BouncingBall.BOX;
    Clip.Builder clip = Clip.builder(id, 1, size, size).fps(BouncingBall.FPS).pixelsPerMetre(scale);
    float[][] position = new float[frames][];
    float[][] velocity = new float[frames][];
    float[] contact = new float[frames];
    float[] energy = new float[frames];
    for (int t = 0; t < frames; t++) {
      boolean touched = t > 0 && ball.advance(1 / BouncingBall.FPS);
      clip.frame(Disc.draw(size, ball.x * scale, ball.y * scale, ball.radius * scale));
      position[t] = new float[] {(float) ball.x, (float) ball.y};
      velocity[t] = new float[] {(float) ball.vx, (float) ball.vy};
      contact[t] = touched ? 1 : 0;
      energy[t] = (float) ball.energy();
    }
    return clip.variable(new Variable("position", "m", List.of("x", "y"), position))
        .variable(new Variable("velocity", "m/s", List.of("x", "y"), velocity))
        .variable(Variable.constant("gravity", "m/s^2", (float) ball.gravity, frames))
        .variable(Variable.scalar("contact", "", contact))
        .variable(Variable.scalar("energy", "J/kg", energy))
        .build();
  }
}
