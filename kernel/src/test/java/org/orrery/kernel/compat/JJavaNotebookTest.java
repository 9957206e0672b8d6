package org.orrery.kernel.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.magic.CellParts;
import org.orrery.kernel.magic.JShellWorkspace;
import org.orrery.kernel.magic.MagicScope;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Printed;

/** What notebooks and libraries written for JJava do with its names. */
class JJavaNotebookTest {

  /** A value whose look a library registers. */
  record Frame(int rows) {}

  @TempDir Path folder;

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
  void aLookRegisteredWithItsTypesIsHowValuesAreShown() {
    RenderFunction<Frame> look =
        (frame, context) -> {
          context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> frame.rows() + " rows");
          context.renderIfRequested(
              MIMEType.TEXT_HTML, type -> "<table rows='" + frame.rows() + "'/>");
        };
    JavaNotebookStatics.kernel()
        .getRenderer()
        .createRegistration(Frame.class)
        .preferring(MIMEType.TEXT_HTML)
        .supporting(MIMEType.TEXT_PLAIN)
        .register(look);

    assertThat(Display.render(new Frame(2)).data())
        .isEqualTo(Map.of("text/html", "<table rows='2'/>", "text/plain", "2 rows"));
    DisplayData again = JavaNotebookStatics.kernel().getRenderer().render(new Frame(3));
    assertThat(again.getData(MIMEType.TEXT_PLAIN)).isEqualTo("3 rows");
  }

  @Test
  void lambdasNeedNoTypes() {
    JavaNotebookStatics.getKernelInstance()
        .getRenderer()
        .createRegistration(Frame.class)
        .preferring(MIMEType.TEXT_HTML)
        .register(
            (frame, context) ->
                context.renderIfRequested(
                    MIMEType.TEXT_HTML, (type, out) -> out.putData(type, "<p/>")));

    assertThat(Display.render(new Frame(1)).data()).containsEntry("text/html", "<p/>");
  }

  @Test
  void magicsAreRegisteredWithTheKernelAtHand() throws Exception {
    JavaNotebookStatics.kernel()
        .getMagicsRegistry()
        .registerLineMagic("twice", (kernel, args) -> kernel.evalRaw("2 * " + args.get(0)))
        .registerCellMagic("length", (kernel, args, body) -> body.length());

    assertThat(magics.run(CellParts.split("%twice 21").get(0))).contains(42);
    assertThat(magics.run(CellParts.split("%%length\nabc").get(0))).contains(3);
  }

  @Test
  void codeIsEvaluatedWordByWord() {
    var kernel = JavaNotebookStatics.kernel();

    assertThat(kernel.<Integer>evalBuilder("1 + 2").resolveMagics().eval()).isEqualTo(3);
    assertThat(
            kernel
                .evalBuilder("1 + 2")
                .<DisplayData>renderResults()
                .eval()
                .getData(MIMEType.TEXT_PLAIN))
        .isEqualTo("3");
  }

  @Test
  void theExtensionOfALibraryIsInstalledOnceItsJarIsAdded() throws Exception {
    var jar = jarWithExtension("Greeter", "kernel.eval(\"String greeting = \\\"hello\\\";\");");

    magics.run(CellParts.split("%jars " + jar).get(0));

    assertThat(workspace.evaluate("greeting")).isEqualTo("hello");
    workspace.evaluate("greeting = \"changed\";");
    magics.run(CellParts.split("%jars " + jar).get(0));
    assertThat(workspace.evaluate("greeting")).isEqualTo("changed");
  }

  @Test
  void anExtensionThatFailsLeavesItsLibraryUsable() throws Exception {
    var jar = jarWithExtension("Broken", "throw new IllegalStateException(\"no luck\");");

    var printed = Printed.by(() -> magics.run(CellParts.split("%jars " + jar).get(0)));

    assertThat(printed).contains("note: the extension Broken").contains("no luck");
    assertThat(workspace.classPath()).contains(jar);
  }

  private Path jarWithExtension(String name, String body) throws IOException {
    var source =
        Files.writeString(
            folder.resolve(name + ".java"),
            """
            public class %s implements org.dflib.jjava.jupyter.Extension {
              public void install(org.dflib.jjava.jupyter.kernel.BaseKernel kernel) { %s }
            }
            """
                .formatted(name, body));
    var failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString(), source.toString())
                    .toArray(String[]::new));
    assertThat(failed).isZero();
    var jar = folder.resolve(name + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/org.dflib.jjava.jupyter.Extension"));
      out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry(name + ".class"));
      out.write(Files.readAllBytes(folder.resolve(name + ".class")));
    }
    return jar;
  }
}
