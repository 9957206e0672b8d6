package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class ExamVerificationTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void anExamComesOutAgainAndAChangedFigureIsTold() throws IOException {
    World world = Worlds.uniformMotion().set("speed", 2).set("radius", 1).frames(16);
    Path file = folder.resolve("exam.json");
    Physics.exam(MODEL, world, 5, 3, List.of(Violation.TELEPORTS), line -> {}).json(file);

    ExamVerification again = ExamVerification.of(file, MODEL, line -> {});

    assertThat(again.ok()).as(again.toString()).isTrue();
    assertThat(again.figures()).isGreaterThan(1000);
    assertThat(again.toString()).contains("comes out again");

    // given one figure that is off by 1e-5 and one in the ninth digit only
    ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
    ObjectNode rollout = (ObjectNode) root.get("rollout");
    rollout.put("effective rank", rollout.get("effective rank").asDouble() * 1.00001);
    rollout.put("straightness", rollout.get("straightness").asDouble() * 1.00000001);
    Files.writeString(file, root.toString());

    ExamVerification changed = ExamVerification.of(file, MODEL, line -> {});

    assertThat(changed.ok()).isFalse();
    assertThat(changed.differences())
        .extracting(ExamVerification.Difference::figure)
        .containsExactly("/rollout/effective rank");
    assertThat(changed.toString()).contains("1 of", "written", "measured", "/effective rank");
  }

  @Test
  void whatIsNoExamOrOfOtherWeightsIsRefusedWithTheReason() throws IOException {
    Path file = folder.resolve("exam.json");
    Files.writeString(file, "{\"flags\":[]}");
    assertThatThrownBy(() -> ExamVerification.of(file, MODEL, line -> {}))
        .hasMessageContaining("is no exam");

    Files.writeString(file, "{\"flags\"");
    assertThatThrownBy(() -> ExamVerification.weights(file)).hasMessageContaining("is not JSON");

    Files.writeString(file, "{\"provenance\":{},\"table\":[],\"world\":\"w\"}");
    assertThatThrownBy(() -> ExamVerification.of(file, MODEL, line -> {}))
        .hasMessageContaining("version 1", "take the exam anew");

    Files.writeString(file, "{\"version\":2,\"provenance\":{},\"table\":[],\"world\":\"films\"}");
    assertThatThrownBy(() -> ExamVerification.of(file, MODEL, line -> {}))
        .hasMessageContaining("recipe of: films");
  }
}
