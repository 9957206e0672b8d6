package org.orrery.workbench.worlds;

/**
 * A car as two masses, the engine and the cabin, with a crumple element before each, that drives
 * against a rigid barrier. Velocity Verlet in steps of 10 microseconds.
 */
final class Car {
  private static final double STEP = 1e-5;

  final CrumpleElement nose;
  final CrumpleElement frame;
  private final double engineMass;
  private final double cabinMass;
  private final double noseLength;
  private final double frameLength;

  /** Places in m from the barrier's face, negative before it; of the engine and of the cabin. */
  double engine;

  double cabin;
  double engineSpeed;
  double cabinSpeed;
  double noseForce;
  double frameForce;
  private double left;

  /** The bumper is {@code gap} m before the barrier. */
  Car(
      double engineMass,
      double cabinMass,
      CrumpleElement nose,
      CrumpleElement frame,
      double noseLength,
      double frameLength,
      double speed,
      double gap) {
    this.engineMass = engineMass;
    this.cabinMass = cabinMass;
    this.nose = nose;
    this.frame = frame;
    this.noseLength = noseLength;
    this.frameLength = frameLength;
    this.engine = -gap - noseLength;
    this.cabin = engine - frameLength;
    this.engineSpeed = speed;
    this.cabinSpeed = speed;
  }

  void advance(double seconds) {
    left += seconds;
    while (left > STEP / 2) {
      engineSpeed += STEP / 2 * engineAcceleration();
      cabinSpeed += STEP / 2 * cabinAcceleration();
      engine += STEP * engineSpeed;
      cabin += STEP * cabinSpeed;
      noseForce = nose.press(noseCompression());
      frameForce = frame.press(frameCompression());
      engineSpeed += STEP / 2 * engineAcceleration();
      cabinSpeed += STEP / 2 * cabinAcceleration();
      left -= STEP;
    }
  }

  double cabinAcceleration() {
    return -frameForce / cabinMass;
  }

  private double engineAcceleration() {
    return (frameForce - noseForce) / engineMass;
  }

  double noseCompression() {
    return engine + noseLength;
  }

  double frameCompression() {
    return frameLength - (engine - cabin);
  }

  /** Where the bumper is: against the barrier, or in front of the crushed nose. */
  double bumper() {
    return Math.min(0, engine + noseLength - nose.plastic());
  }

  double kinetic() {
    return 0.5 * engineMass * engineSpeed * engineSpeed + 0.5 * cabinMass * cabinSpeed * cabinSpeed;
  }

  double elastic() {
    return nose.elastic(noseCompression()) + frame.elastic(frameCompression());
  }

  double absorbed() {
    return nose.absorbed() + frame.absorbed();
  }

  double momentum() {
    return engineMass * engineSpeed + cabinMass * cabinSpeed;
  }
}
