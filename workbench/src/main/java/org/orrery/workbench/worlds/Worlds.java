package org.orrery.workbench.worlds;

import java.util.List;

/**
 * The worlds there are, each with a page in docs/worlds.
 *
 * <pre>{@code
 * World ball = Worlds.bouncingBall().gravity(1, 12);
 * World crash = Worlds.carCrash().set("speed", 5, 15).size(128);
 * crash.parameters()                                  // names, units and ranges
 * }</pre>
 */
public final class Worlds {
  private Worlds() {}

  /**
   * A world of one's own.
   *
   * <pre>{@code
   * World swing = Worlds.of("swing", List.of(Parameter.of("length", "m", 1, 2)), Shot.of(4),
   *     (values, random) -> new Swing(values.get("length"), random.nextDouble()));
   * }</pre>
   */
  public static SimulatedWorld of(
      String name, List<Parameter> parameters, Shot shot, SimulatedWorld.Beginning beginning) {
    return new SimulatedWorld(name, parameters, shot, beginning);
  }

  /** All of them, with their standard ranges. */
  public static List<World> all() {
    return List.of(
        bouncingBall(),
        uniformMotion(),
        parabola(),
        drag(),
        collisions(),
        twoBodyOrbit(),
        threeBodyOrbit(),
        pendulum(),
        doublePendulum(),
        elasticPendulum(),
        springChain(),
        light(),
        carCrash(),
        building(),
        damBreak(),
        pouring(),
        stirredDye(),
        floatingBody(),
        limbs(),
        cloth(),
        tearingCloth(),
        jelly());
  }

  /** A ball under gravity that bounces off the four walls of a box. */
  public static BouncingBall bouncingBall() {
    return BouncingBall.standard();
  }

  /** A ball that goes straight on at an even speed. */
  public static SimulatedWorld uniformMotion() {
    return ThrownBall.uniform();
  }

  /** A ball that is thrown and follows its parabola. */
  public static SimulatedWorld parabola() {
    return ThrownBall.parabola();
  }

  /** A ball that is thrown and slowed by the air. */
  public static SimulatedWorld drag() {
    return ThrownBall.drag();
  }

  /** Discs or boxes of different mass that collide on a table with a rim. */
  public static SimulatedWorld collisions() {
    return Collisions.world();
  }

  /** Two bodies that move around each other by gravity. */
  public static SimulatedWorld twoBodyOrbit() {
    return Orbits.twoBodies();
  }

  /** Three bodies on the figure of eight, perturbed a little. */
  public static SimulatedWorld threeBodyOrbit() {
    return Orbits.threeBodies();
  }

  /** A bob on a rod. */
  public static SimulatedWorld pendulum() {
    return SinglePendulum.world();
  }

  /** A pendulum that hangs from a pendulum. */
  public static SimulatedWorld doublePendulum() {
    return DoublePendulum.world();
  }

  /** A bob that hangs by a spring. */
  public static SimulatedWorld elasticPendulum() {
    return ElasticPendulum.world();
  }

  /** Masses in a row, joined by springs. */
  public static SimulatedWorld springChain() {
    return SpringChain.world();
  }

  /** A lamp, its shadows, a mirror and a block of glass. */
  public static SimulatedWorld light() {
    return Light.world();
  }

  /** A car that drives against a barrier. */
  public static SimulatedWorld carCrash() {
    return CarCrash.world();
  }

  /** A tall building that sways in a turbulent wind. */
  public static SimulatedWorld building() {
    return Building.world();
  }

  /** A dam that is gone at once: the water behind it runs out. */
  public static SimulatedWorld damBreak() {
    return DamBreak.world();
  }

  /** Water that is poured from a jug into a basin. */
  public static SimulatedWorld pouring() {
    return Pouring.world();
  }

  /** A rod that stirs two dyes in a basin. */
  public static SimulatedWorld stirredDye() {
    return StirredDye.world();
  }

  /** A box that floats, heaves and rolls. */
  public static SimulatedWorld floatingBody() {
    return FloatingBody.world();
  }

  /** A jointed figure that waves, walks or falls. */
  public static SimulatedWorld limbs() {
    return Limbs.world();
  }

  /** A sheet of cloth that hangs in the wind. */
  public static SimulatedWorld cloth() {
    return Cloth.hanging();
  }

  /** A sheet of weak cloth that tears in the wind. */
  public static SimulatedWorld tearingCloth() {
    return Cloth.tearing();
  }

  /** A block of jelly that is dropped on a peg. */
  public static SimulatedWorld jelly() {
    return Jelly.world();
  }
}
