package org.orrery.workbench.worlds;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** Looks for a moment and a thing at which a violation can be seen. */
final class Staging {
  private static final long OWN_STREAM = 0x0dd5eed0f5ca1eL;
  private static final int TRIES = 12;

  /** A world that has no way to do it has none at another moment either. */
  private static final int REFUSALS = 3;

  private final World world;
  private final long seed;
  private final int index;
  private final Violation kind;

  Staging(World world, long seed, int index, Violation kind) {
    this.world = world;
    this.seed = seed;
    this.index = index;
    this.kind = kind;
  }

  MatchedPair pair() {
    return find()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "clip %s gives no occasion for %s: nothing in it can be seen to do so; choose another clip, more frames or one of Violation.of(world)"
                        .formatted(world.id(seed, index), kind.label())));
  }

  Optional<MatchedPair> find() {
    if (world.frames() < 4) {
      return Optional.empty();
    }
    SplittableRandom random = Seeds.random(seed ^ OWN_STREAM ^ kind.name().hashCode(), index);
    Clip possible = null;
    int refused = 0;
    for (int i = 0; i < TRIES && refused < REFUSALS; i++) {
      int moment = moment(random);
      long own = random.nextLong();
      if (rehearsal(moment, own)) {
        possible = possible == null ? world.generate(seed, index) : possible;
        Optional<MatchedPair> pair = staged(possible, moment, own);
        if (pair.isPresent()) {
          return pair;
        }
      } else {
        refused++;
      }
    }
    return Optional.empty();
  }

  /** Whether there is an occasion at that moment; nothing is filmed. */
  private boolean rehearsal(int moment, long own) {
    FaultyMotion motion = faulty(() -> Filming.begin(world, seed, index), moment, own);
    for (int t = 0; t < moment; t++) {
      motion.advance(1 / world.shot().fps());
    }
    motion.draw(new Scene());
    return motion.happened();
  }

  private Optional<MatchedPair> staged(Clip possible, int moment, long own) {
    FaultyMotion[] motion = new FaultyMotion[1];
    Clip impossible =
        Filming.clip(world, seed, index, beginning -> motion[0] = faulty(beginning, moment, own));
    int differs = firstDifference(possible, impossible);
    int onset = kind == Violation.APPEARS ? moment : differs;
    if (differs == possible.frames() || onset < moment) {
      return Optional.empty();
    }
    Clip told = kind == Violation.GRAVITY_FLIPS ? upsideDown(impossible, moment) : impossible;
    return Optional.of(labelled(possible, told, onset, motion[0].thing()));
  }

  private FaultyMotion faulty(Supplier<Motion> beginning, int moment, long own) {
    SplittableRandom random = new SplittableRandom(own);
    return new FaultyMotion(beginning, kind, moment, world.shot(), random);
  }

  /** A frame in the middle half of the clip; going back needs as many frames behind as ahead. */
  private int moment(SplittableRandom random) {
    int frames = world.frames();
    int first = kind == Violation.RUNS_BACKWARDS ? (frames + 2) / 2 : Math.max(2, frames / 4);
    int last = Math.max(first, 3 * frames / 4);
    return first + random.nextInt(last - first + 1);
  }

  /**
   * Gravity is a parameter of most worlds, told once for the whole clip; a motion that tells it at
   * every frame has turned it round itself.
   */
  private static Clip upsideDown(Clip clip, int moment) {
    Variable told = clip.variables().get("gravity");
    if (told == null || told.components().size() != 1) {
      return clip;
    }
    float before = told.at(moment - 1, 0);
    float[] turned = new float[clip.frames()];
    for (int t = 0; t < turned.length; t++) {
      float now = told.at(t, 0);
      turned[t] = t >= moment && now == before ? -now : now;
    }
    return clip.withVariable(Variable.scalar("gravity", told.unit(), turned));
  }

  private MatchedPair labelled(Clip possible, Clip impossible, int onset, String thing) {
    int frames = possible.frames();
    float[] violated = new float[frames];
    Arrays.fill(violated, onset, frames, 1);
    Clip right = possible.withVariable(Variable.constant("violation", "", 0, frames));
    Clip wrong =
        impossible
            .withVariable(Variable.scalar("violation", "", violated))
            .named(possible.id() + "-" + kind.label());
    return new MatchedPair(right, wrong, kind, onset, thing);
  }

  private static int firstDifference(Clip a, Clip b) {
    int t = 0;
    while (t < a.frames() && Arrays.equals(a.frame(t), b.frame(t))) {
      t++;
    }
    return t;
  }
}
