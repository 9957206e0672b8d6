package org.orrery.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MagicsTest {

  private final JShellWorkspace workspace = new JShellWorkspace();
  private final Magics magics = Magics.of(workspace);

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aRegisteredMagicRunsAndItsValueIsShown() throws Exception {
    magics.line("greet", "%greet NAME", "greets", (call, w) -> "hello " + call.raw());

    assertThat(run("%greet you all")).contains("hello you all");
  }

  @Test
  void aQuietValueIsOnlyForAssigning() throws Exception {
    magics.line("jars2", "", "", (call, w) -> new Magic.Quiet(call.words()));
    MagicScope.connect(magics);

    List<String> assigned = MagicScope.lineMagic("jars2 a b");

    assertThat(assigned).containsExactly("a", "b");
    assertThat(run("%jars2 a b")).isEmpty();
  }

  @Test
  void anUnknownMagicSaysWhichMayHaveBeenMeant() {
    assertThatThrownBy(() -> run("%lsmagics"))
        .isInstanceOf(MagicException.class)
        .hasMessage("there is no magic %lsmagics: did you mean %lsmagic? %lsmagic lists all");
    assertThatThrownBy(() -> run("%mavne a:b:1")).hasMessageContaining("did you mean %maven?");
    assertThatThrownBy(() -> run("%frobnicate"))
        .hasMessage("there is no magic %frobnicate; %lsmagic lists all");
  }

  @Test
  void aMagicOfTheOtherKindIsNamed() {
    assertThatThrownBy(() -> run("%html <b>"))
        .hasMessage(
            "there is no magic %html, but there is %%html: make it the first line of a cell");
    assertThatThrownBy(() -> run("%%who"))
        .hasMessage("there is no magic %%who, but there is %who: give it one line");
    assertThatThrownBy(() -> run("int a;\n%%html\n<b>"))
        .hasMessage(
            "%%html is a cell magic and takes the whole cell: make it the first line of a cell");
  }

  @Test
  void helpListsEveryMagicWithItsUsage() throws Exception {
    var help = Printed.by(() -> run("%help"));
    var list = Printed.by(() -> run("%lsmagic"));

    for (var entry : magics.lineMagics()) {
      assertThat(entry.usage()).startsWith("%" + entry.name());
      assertThat(help).contains(entry.usage()).contains(entry.summary());
      assertThat(list).contains("%" + entry.name());
    }
    assertThat(list).contains("%%html");
  }

  @Test
  void helpOfOneMagicSaysOnlyThat() throws Exception {
    assertThat(Printed.by(() -> run("%help %who")).lines()).hasSize(1);
    assertThatThrownBy(() -> run("%help nothing")).hasMessageContaining("no magic nothing");
  }

  @Test
  void aMagicUsedFromJavaThrowsWhatItThrows() {
    MagicScope.connect(magics);
    magics.cell(
        "fail",
        "",
        "",
        (call, w) -> {
          throw new java.io.IOException(call.body());
        });

    assertThatThrownBy(() -> MagicScope.cellMagic("fail", List.of(), "why"))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("why");
  }

  private Optional<Object> run(String code) throws Exception {
    for (var part : CellParts.split(code)) {
      if (!(part instanceof CellPart.Java)) {
        return magics.run(part);
      }
    }
    throw new AssertionError("no magic in " + code);
  }
}
