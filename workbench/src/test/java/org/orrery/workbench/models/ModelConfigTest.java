package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ModelConfigTest {
  private static final List<Condition> WIND = List.of(new Condition("wind", 2, 4.5));

  static Stream<ModelConfig> presets() {
    return Stream.of(
        JepaConfig.nano(),
        JepaConfig.tiny(),
        JepaConfig.small(),
        JepaConfig.base(),
        JepaConfig.base().withConditions(WIND),
        JepaConfig.tiny().withColours(3).withLatent(12),
        LewmConfig.nano(),
        LewmConfig.base(),
        LewmConfig.base().withConditions(WIND),
        SlotsConfig.nano(),
        SlotsConfig.tiny(),
        SlotsConfig.small(),
        SlotsConfig.base(),
        SlotsConfig.tiny().withObjects(2).withConditions(WIND),
        RecurrentConfig.nano(),
        RecurrentConfig.tiny(),
        RecurrentConfig.small(),
        RecurrentConfig.base(),
        RecurrentConfig.tiny().withConditions(WIND),
        CopyLastConfig.of(JepaConfig.base()),
        LinearLatentConfig.of(SlotsConfig.tiny().withConditions(WIND)).withHistory(3));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aConfigIsReadBackFromTheTextOfItsCard(ModelConfig config) {
    JsonMapper json = JsonMapper.shared();
    String text = json.writeValueAsString(Kinds.map(config));
    Map<String, Object> map =
        json.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});

    assertThat(Kinds.read("here", config.kind(), map))
        .isEqualTo(config)
        .hasToString(config.toString());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void itsTextNamesEveryComponent(ModelConfig config) {
    assertThat(Kinds.map(config).keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(config.toString()).contains(name + "="));
  }

  @Test
  void sizesGrowFromNanoToBase() {
    assertThat(
            Stream.of(JepaConfig.nano(), JepaConfig.tiny(), JepaConfig.small(), JepaConfig.base())
                .map(ModelConfigTest::parameters))
        .isSorted();
    assertThat(
            Stream.of(
                    SlotsConfig.nano(), SlotsConfig.tiny(), SlotsConfig.small(), SlotsConfig.base())
                .map(ModelConfigTest::parameters))
        .isSorted();
  }

  @Test
  void theBaseSizeIsThatOfTheArticle() {
    Parts parts = Parts.of(JepaConfig.base().withConditions(WIND));

    // ViT-Tiny 5.5 M without its classifier, and a predictor of about 10 M (LeWM, section 4).
    assertThat(parts.encoder()).isBetween(5_500_000L, 6_500_000L);
    assertThat(parts.predictor()).isBetween(10_000_000L, 11_500_000L);
  }

  private record Parts(long encoder, long predictor) {
    static Parts of(ModelConfig config) {
      var parameters = Kinds.architecture(config).initialize(1);
      long encoder = 0;
      long predictor = 0;
      for (var p : parameters.all()) {
        encoder += p.name().startsWith("encoder.") ? p.value().length() : 0;
        predictor += p.name().startsWith("predictor.") ? p.value().length() : 0;
      }
      return new Parts(encoder, predictor);
    }
  }

  private static long parameters(ModelConfig config) {
    return Kinds.architecture(config).initialize(1).trainable();
  }

  @Test
  void theCardOfAnOlderJepaStillDescribesIt() {
    Map<String, Object> map = Kinds.map(JepaConfig.tiny());
    List.of("colours", "vit", "headWidth", "canvas", "conditions").forEach(map::remove);
    map.put("expansion", 4);

    assertThat(Kinds.read("here", "jepa", map)).isEqualTo(JepaConfig.tiny());
  }

  @Test
  void anUnknownKindIsRefusedWithTheKindsThereAre() {
    assertThatThrownBy(() -> Kinds.read("runs/x", "gan", Map.of()))
        .hasMessageContaining("runs/x holds a model of kind gan")
        .hasMessageContaining("jepa, lewm, slots, recurrent, copy-last, linear-latent");
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Configs.with(SlotsConfig.tiny(), "size", 30))
        .hasMessageContaining("cannot be halved");
    assertThatThrownBy(() -> SlotsConfig.tiny().withObjects(0)).hasMessageContaining("objects");
    assertThatThrownBy(() -> Configs.with(SlotsConfig.tiny(), "sigma", 0))
        .hasMessageContaining("sigma 0.0");
    assertThatThrownBy(() -> Configs.with(RecurrentConfig.tiny(), "balance", 1.5))
        .hasMessageContaining("balance 1.5: expected 0 to 1");
    assertThatThrownBy(() -> Configs.with(RecurrentConfig.tiny(), "size", 60))
        .hasMessageContaining("a multiple of 16");
    assertThatThrownBy(() -> Configs.with(JepaConfig.base(), "size", 225))
        .hasMessageContaining("patches of 14");
    assertThatThrownBy(() -> Configs.with(JepaConfig.base(), "canvas", 60))
        .hasMessageContaining("a canvas of 60 px");
    assertThatThrownBy(() -> JepaConfig.tiny().withColours(2))
        .hasMessageContaining("colours 2: expected 1 (grey) or 3 (RGB)");
    assertThatThrownBy(() -> new Condition("wind", 2, 0)).hasMessageContaining("scale above 0");
    assertThatThrownBy(() -> CopyLastConfig.of(CopyLastConfig.of(JepaConfig.tiny())))
        .hasMessageContaining("take the base itself");
  }
}
