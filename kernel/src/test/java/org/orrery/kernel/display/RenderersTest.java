package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderersTest {

  @TempDir Path folder;

  private final Renderers renderers = new Renderers();

  /** Found as a service by the loaders below. */
  public static final class UnitRenderer implements Renderer {
    @Override
    public Optional<MimeBundle> render(Object value) {
      if (value == TimeUnit.DAYS) {
        throw new IllegalStateException("no days");
      }
      return value instanceof TimeUnit unit
          ? Optional.of(MimeBundle.empty().with("text/html", "<i>" + unit + "</i>"))
          : Optional.empty();
    }
  }

  @Test
  void theMostSpecificRegisteredTypeDecidesThenTheLatest() {
    renderers.register(Integer.class, i -> MimeBundle.text("an integer"));
    renderers.register(Number.class, n -> MimeBundle.text("a number"));
    renderers.register(Comparable.class, c -> MimeBundle.text("comparable"));

    assertThat(text(1)).isEqualTo("an integer");
    assertThat(text(1.5)).isEqualTo("comparable");
    renderers.register(Number.class, n -> n instanceof Double ? null : MimeBundle.text("newer"));
    assertThat(text(1L)).isEqualTo("newer");
    assertThat(text(1.5)).as("asked next after null").isEqualTo("comparable");
    assertThat(text('c')).isEqualTo("comparable");
  }

  @Test
  void aServiceOfALoaderIsFoundOnceTheClassPathHasIt() throws IOException {
    try (var loader = new Growing()) {
      renderers.lookIn(loader);
      assertThat(renderers.render(TimeUnit.HOURS).data()).containsOnlyKeys("text/plain");

      loader.addURL(serviceNaming(UnitRenderer.class.getName()));
      renderers.lookIn(loader);

      assertThat(renderers.render(TimeUnit.HOURS).data())
          .containsEntry("text/html", "<i>HOURS</i>")
          .containsEntry("text/plain", "HOURS");
    }
  }

  @Test
  void untilToldAServiceIsFoundByTheContextClassLoader() throws IOException {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var loader = new Growing()) {
      loader.addURL(serviceNaming(UnitRenderer.class.getName()));
      thread.setContextClassLoader(loader);

      assertThat(renderers.render(TimeUnit.HOURS).data()).containsKey("text/html");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void whatIsRegisteredGoesBeforeServices() throws IOException {
    try (var loader = new Growing()) {
      loader.addURL(serviceNaming(UnitRenderer.class.getName()));
      renderers.lookIn(loader);
      renderers.register(TimeUnit.class, unit -> MimeBundle.text("registered"));

      assertThat(text(TimeUnit.HOURS)).isEqualTo("registered");
    }
  }

  @Test
  void aRendererThatFailsCostsTheLookNotTheValue() throws IOException {
    try (var loader = new Growing()) {
      loader.addURL(serviceNaming(UnitRenderer.class.getName()));
      renderers.lookIn(loader);

      var noted = errorsOf(() -> assertThat(text(TimeUnit.DAYS)).isEqualTo("DAYS"));

      assertThat(noted).contains(UnitRenderer.class.getName(), "no days").hasLineCount(1);
    }
  }

  @Test
  void aRegisteredLookThatFailsIsNamedByItsType() {
    renderers.register(
        Thread.class,
        thread -> {
          throw new NoClassDefFoundError("gone");
        });

    var noted = errorsOf(() -> assertThat(text(Thread.currentThread())).startsWith("Thread["));

    assertThat(noted).contains("registered for java.lang.Thread", "gone");
  }

  @Test
  void aServiceThatCannotBeMadeIsNamedAndTheOthersWork() throws IOException {
    try (var loader = new Growing()) {
      loader.addURL(serviceNaming("gone.Renderer\n" + UnitRenderer.class.getName()));
      renderers.lookIn(loader);

      var noted =
          errorsOf(
              () -> assertThat(renderers.render(TimeUnit.HOURS).data()).containsKey("text/html"));

      assertThat(noted).contains("gone.Renderer");
    }
  }

  @Test
  void numbersAndTextsNeedNoServices() throws IOException {
    try (var loader = new Growing()) {
      renderers.lookIn(loader);

      renderers.render(2);
      renderers.render("abc");
      renderers.render(true);
      assertThat(loader.asked).isFalse();

      renderers.render(TimeUnit.DAYS);
      assertThat(loader.asked).isTrue();
    }
  }

  private String text(Object value) {
    return (String) renderers.render(value).data().get("text/plain");
  }

  private URL serviceNaming(String classNames) throws IOException {
    var file = folder.resolve("META-INF/services").resolve(Renderer.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, classNames);
    return folder.toUri().toURL();
  }

  private static String errorsOf(Runnable work) {
    var before = System.err;
    var noted = new ByteArrayOutputStream();
    System.setErr(new PrintStream(noted, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return noted.toString(StandardCharsets.UTF_8).strip();
  }

  private static final class Growing extends URLClassLoader {
    private boolean asked;

    Growing() {
      super(new URL[0], RenderersTest.class.getClassLoader());
    }

    @Override
    public void addURL(URL url) {
      super.addURL(url);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
      asked |= name.contains(Renderer.class.getName());
      return super.getResources(name);
    }
  }
}
