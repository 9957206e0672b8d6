package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that cannot happen, put into a clip that is right in everything else.
 *
 * <pre>{@code
 * MatchedPair pair = Violation.TELEPORTS.pair(Worlds.collisions(), 7, 3);
 * pair.impossible()                                  // plays like pair.possible() up to pair.onset()
 * }</pre>
 *
 * A kind either changes what is drawn of one thing, or the motion itself where a world knows how.
 */
public enum Violation {
  /** A thing is gone from one frame to the next. */
  DISAPPEARS,
  /** A thing that was not there is there from one frame to the next. */
  APPEARS,
  /** A thing is elsewhere from one frame to the next, and goes on from there. */
  TELEPORTS,
  /** A second one of a thing is beside it from one frame to the next. */
  DUPLICATES,
  /** A thing has another colour. */
  CHANGES_COLOUR,
  /** A thing has another size. */
  CHANGES_SIZE,
  /** A disc becomes a square or a square a disc, of the same area. */
  CHANGES_SHAPE,
  /** Everything stands still. */
  FREEZES,
  /** Everything goes back the way it came. */
  RUNS_BACKWARDS,
  /** A thing goes through what is solid. */
  PASSES_THROUGH,
  /** Gravity points upwards. */
  GRAVITY_FLIPS,
  /** Things gain speed from nothing: the energy of the world grows at once. */
  ENERGY_APPEARS,
  /** A mirror shows a thing where it is not. */
  WRONG_REFLECTION,
  /** A shadow lies where the lamp does not throw it. */
  WRONG_SHADOW,
  /** There is less liquid than there was, and no outflow. */
  LOSES_VOLUME,
  /** A limb bends further than its joint allows. */
  BENDS_PAST_JOINT;

  /**
   * Clip {@code index} of {@code seed} and the same clip with this violation.
   *
   * @throws IllegalArgumentException if this clip of this world gives no occasion for it
   */
  public MatchedPair pair(World world, long seed, int index) {
    return new Staging(world, seed, index, this).pair();
  }

  /** The same, or nothing if this clip of this world gives no occasion for it. */
  public Optional<MatchedPair> find(World world, long seed, int index) {
    return new Staging(world, seed, index, this).find();
  }

  /** The violations that clip 0 of seed 0 of a world gives an occasion for. */
  public static List<Violation> of(World world) {
    List<Violation> possible = new ArrayList<>();
    for (Violation kind : values()) {
      if (new Staging(world, 0, 0, kind).find().isPresent()) {
        possible.add(kind);
      }
    }
    return possible;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
