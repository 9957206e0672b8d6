package org.orrery.workbench.models;

/**
 * The shape of a world model: an immutable record that prints itself, is written into a
 * checkpoint's card and read back from it. Two models of equal configs have the same tensors.
 *
 * <pre>{@code
 * WorldModel model = WorldModel.create(RecurrentConfig.tiny(), 1);
 * }</pre>
 *
 * <p>A config's record type decides the model's kind; {@link WorldModel#load(String)} finds it by
 * the card's kind.
 */
public sealed interface ModelConfig
    permits JepaConfig,
        LewmConfig,
        SlotsConfig,
        RecurrentConfig,
        CopyLastConfig,
        LinearLatentConfig {

  /** The kind of model: {@code jepa}, {@code slots}, {@code recurrent}, ... */
  default String kind() {
    return Kinds.of(this).name();
  }
}
