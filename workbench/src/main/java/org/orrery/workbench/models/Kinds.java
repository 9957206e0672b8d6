package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.checkpoints.CheckpointException;
import tools.jackson.core.JacksonException;

/** The registry of kinds: a card's word, the config it stands for, the functions that run it. */
final class Kinds {
  private static final List<Kind<?>> ALL =
      List.of(
          new Kind<>("jepa", JepaConfig.class, JepaConfig::upgraded, Jepa::of),
          new Kind<>("lewm", LewmConfig.class, map -> map, Lewm::of),
          new Kind<>("slots", SlotsConfig.class, map -> map, Slots::of),
          new Kind<>("recurrent", RecurrentConfig.class, map -> map, Recurrent::of),
          new Kind<>("copy-last", CopyLastConfig.class, map -> map, CopyLast::of),
          new Kind<>("linear-latent", LinearLatentConfig.class, map -> map, LinearLatent::of));

  private Kinds() {}

  /**
   * One kind.
   *
   * @param name the card's word for it
   * @param type its config
   * @param upgrade turns the config of an older card into today's
   * @param functions what runs a config
   */
  record Kind<C extends Record & ModelConfig>(
      String name,
      Class<C> type,
      Function<Map<String, Object>, Map<String, Object>> upgrade,
      Function<C, Architecture> functions) {

    Architecture architecture(ModelConfig config) {
      return functions.apply(type.cast(config));
    }

    ModelConfig read(Map<String, Object> map) {
      return Configs.read(upgrade.apply(map), type);
    }
  }

  static Kind<?> of(ModelConfig config) {
    return ALL.stream().filter(kind -> kind.type().isInstance(config)).findFirst().orElseThrow();
  }

  static Architecture architecture(ModelConfig config) {
    return of(config).architecture(config);
  }

  /** The config as a card holds it. */
  static Map<String, Object> map(ModelConfig config) {
    return Configs.map(of(config).type().cast(config));
  }

  /** The config that a card's kind and map describe; {@code where} begins the error. */
  static ModelConfig read(String where, String name, Map<String, Object> map) {
    Kind<?> kind =
        ALL.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new CheckpointException(
                        "%s holds a model of kind %s; this version knows %s"
                            .formatted(
                                where,
                                name,
                                ALL.stream().map(Kind::name).collect(Collectors.joining(", ")))));
    try {
      return kind.read(new LinkedHashMap<>(map));
    } catch (JacksonException e) {
      throw new CheckpointException(
          "%s: the config in its card is not of a %s: %s"
              .formatted(where, name, e.getOriginalMessage()));
    }
  }

  static ModelConfig read(String where, Card card) {
    return read(where, card.kind(), card.config());
  }
}
