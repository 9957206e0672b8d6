package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A motion that is right up to one frame and breaks a law from there on. */
final class FaultyMotion implements Motion {
  private final Supplier<Motion> beginning;
  private final Violation kind;
  private final int moment;
  private final Shot shot;
  private final SplittableRandom random;
  private Motion motion;
  private SceneFault fault;
  private boolean happened;
  private boolean broken;
  private int frame;

  FaultyMotion(
      Supplier<Motion> beginning, Violation kind, int moment, Shot shot, SplittableRandom random) {
    this.beginning = beginning;
    this.kind = kind;
    this.moment = moment;
    this.shot = shot;
    this.random = random;
    this.motion = beginning.get();
    if (kind == Violation.APPEARS) {
      choose(at(moment));
    }
  }

  /** False if the clip gave no occasion. */
  boolean happened() {
    return happened;
  }

  /** The thing that was changed; empty if the motion was. */
  String thing() {
    return fault == null ? "" : fault.thing();
  }

  @Override
  public void advance(double seconds) {
    frame++;
    if (frame == moment && kind != Violation.APPEARS) {
      broken = motion.violate(kind, random);
      happened |= broken || kind == Violation.FREEZES || kind == Violation.RUNS_BACKWARDS;
    }
    if (frame >= moment && !broken && kind == Violation.RUNS_BACKWARDS) {
      motion = at(2 * moment - 2 - frame);
    } else if (frame < moment || broken || kind != Violation.FREEZES) {
      motion.advance(seconds);
    }
  }

  @Override
  public void draw(Scene scene) {
    motion.draw(scene);
    if (kind == Violation.APPEARS) {
      if (fault != null && frame < moment) {
        fault.apply(scene);
      }
      return;
    }
    if (frame == moment && !happened) {
      choose(motion);
    }
    if (frame >= moment && fault != null) {
      fault.apply(scene);
    }
  }

  @Override
  public void record(Truth truth) {
    truth.pace(frame < moment ? 1 : pace());
    motion.record(truth);
    truth.pace(1);
  }

  /** How fast what is drawn goes on, as a share of how fast the state that is drawn went on. */
  private double pace() {
    return switch (kind) {
      case FREEZES -> broken ? 1 : 0;
      case RUNS_BACKWARDS -> broken ? 1 : -1;
      default -> 1;
    };
  }

  private void choose(Motion shown) {
    Scene scene = new Scene();
    shown.draw(scene);
    List<String> names = new ArrayList<>(scene.names());
    while (!names.isEmpty() && fault == null) {
      String name = names.remove(random.nextInt(names.size()));
      fault = SceneFault.of(kind, scene, name, shot, random);
    }
    happened |= fault != null;
  }

  private Motion at(int wanted) {
    Motion earlier = beginning.get();
    for (int t = 0; t < wanted; t++) {
      earlier.advance(1 / shot.fps());
    }
    return earlier;
  }
}
