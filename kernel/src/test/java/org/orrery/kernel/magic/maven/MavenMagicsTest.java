package org.orrery.kernel.magic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.magic.CellPart;
import org.orrery.kernel.magic.CellParts;
import org.orrery.kernel.magic.JShellWorkspace;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Printed;

/** Against a repository in a folder that settings.xml makes the mirror of Maven Central. */
class MavenMagicsTest {

  @TempDir Path folder;

  private final JShellWorkspace workspace = new JShellWorkspace();
  private final String home = System.getProperty("user.home");
  private Magics magics;
  private FolderRepository central;

  @BeforeEach
  void makeAHomeOfItsOwn() throws IOException {
    central = new FolderRepository(folder.resolve("central"));
    central.add("org.other:three:1").add("org.other:two:1", "org.other:three:1");
    central.add("org.one:one:1.0", "org.other:two:1", "org.test:tested:1:test");
    central.add("org.one:one:1.1", "org.other:two:1");
    settings(mirror(central.url()));
    System.setProperty("user.home", folder.resolve("home").toString());
    magics = Magics.of(workspace);
  }

  @AfterEach
  void restore() {
    System.setProperty("user.home", home);
    workspace.close();
  }

  @Test
  void anArtifactComesWithAllItNeedsAtRunTime() throws Exception {
    var printed = Printed.by(() -> run("%maven org.one:one:1.0"));

    assertThat(added()).containsExactly("one-1.0.jar", "two-1.jar", "three-1.jar");
    var resource =
        "new Object() {}.getClass().getClassLoader().getResource(\"org.other/three/1.txt\")";
    assertThat(workspace.evaluate(resource + " != null")).isEqualTo(true);
    assertThat(printed).contains("3 jars added to the class path");
    assertThat(folder.resolve("home/.m2/repository/org/one/one/1.0/one-1.0.jar")).exists();
  }

  @Test
  void theMainJarOfADependencyIsNotAddedTwice() throws Exception {
    run("%maven org.other:two:1");
    var printed = Printed.by(() -> run("%maven org.one:one:1.0"));

    assertThat(added()).containsExactly("two-1.jar", "three-1.jar", "one-1.0.jar");
    assertThat(printed).contains("1 jar added", "2 there already");
  }

  @Test
  void anotherVersionOfWhatIsThereIsNotAddedAndThatIsSaid() throws Exception {
    run("%maven org.one:one:1.0");
    var printed = Printed.by(() -> run("%addMavenDependency org.one:one:1.1"));

    assertThat(added()).hasSize(3);
    assertThat(printed)
        .contains(
            "note: one-1.0.jar is on the class path already and stays: org.one:one:1.1 is not added");
  }

  @Test
  void otherVersionsOfWhatComesAlongAreSaidInOneLine() throws Exception {
    central
        .add("org.other:three:2")
        .add("org.other:two:2")
        .add("org.four:four:1", "org.other:three:2", "org.other:two:2");
    run("%maven org.one:one:1.0");

    var printed = Printed.by(() -> run("%maven org.four:four:1"));

    assertThat(printed)
        .contains(
            "note: these are on the class path already and stay: three-1.jar (wanted: 2), two-1.jar (wanted: 2)");
  }

  @Test
  void anArtifactOfThatNameButOfAnotherGroupDoesNotStandInForIt() throws Exception {
    central.add("org.shaded:one:9");

    run("%maven org.shaded:one:9 org.one:one:1.0");

    assertThat(added()).contains("one-9.jar", "one-1.0.jar");
  }

  @Test
  void versionsMayBeOpenAsIvyWritesThem() throws Exception {
    central.add("org.one:one:2.0");

    run("%maven org.one:one:1.+");

    assertThat(added()).contains("one-1.1.jar");
    assertThat(Coordinates.parse("g:a:4.11.+").version()).isEqualTo("[4.11,4.12-alpha)");
    assertThat(Coordinates.parse("g:a:latest.release").version()).isEqualTo("RELEASE");
    assertThat(Coordinates.parse("g:a:jar:c:Latest")).hasToString("g:a:jar:c:LATEST");
  }

  @Test
  void versionsMayBeRangesOrLatest() throws Exception {
    run("%maven org.one:one:[1,2)");
    assertThat(added()).contains("one-1.1.jar");
  }

  @Test
  void theLatestVersionCanBeAskedFor() throws Exception {
    run("%maven org.one:one:LATEST");
    assertThat(added()).contains("one-1.1.jar");
  }

  @Test
  void classifiersAndSourcesAreFoundToo() throws Exception {
    central.addJar("org.one:one:1.0", "-extra").addJar("org.one:one:1.0", "-sources");

    run("%maven --sources org.one:one:jar:extra:1.0 org.one:one:1.0");

    assertThat(added()).contains("one-1.0-extra.jar", "one-1.0.jar", "one-1.0-sources.jar");
  }

  @Test
  void aRepositoryCanBeAdded() throws Exception {
    var other = new FolderRepository(folder.resolve("other")).add("org.far:far:1");

    assertThatThrownBy(() -> run("%maven org.far:far:1")).hasMessageContaining("%maven-repo");
    run("%mavenRepo there " + other.url());
    run("%maven org.far:far:1");

    assertThat(added()).containsExactly("far-1.jar");
  }

  @Test
  void whatIsMissingIsNamedWithTheRepositoriesAndTheVersionsThere() {
    assertThatThrownBy(() -> run("%maven org.one:one:7"))
        .isInstanceOf(MagicException.class)
        .hasMessage(
            "org.one:one:7 is in none of near (%s): the newest versions there are 1.1, 1.0, or name its repository with %%maven-repo ID URL"
                .formatted(central.url()));
    assertThatThrownBy(() -> run("%maven org.none:none:1"))
        .hasMessageContaining("org.none:none:1 is in none of near")
        .hasMessageContaining("check the coordinates");
  }

  @Test
  void aMissingDependencyIsNamedToo() throws Exception {
    central.add("org.one:broken:1", "org.lost:lost:3");

    assertThatThrownBy(() -> run("%maven org.one:broken:1"))
        .hasMessageContaining("org.lost:lost:3 is in none of");
  }

  @Test
  void offlineIsSaidWithTheWayOut() throws Exception {
    settings("<offline>true</offline>");

    assertThatThrownBy(() -> run("%maven org.one:one:1.0"))
        .hasMessageContaining("org.one:one:1.0 is not in the local repository")
        .hasMessageContaining("remove <offline>");
  }

  @Test
  void offlineWhatIsInTheLocalRepositoryIsFound() throws Exception {
    run("%maven org.one:one:1.0");
    settings("<offline>true</offline>" + mirror(central.url()));
    var later = Magics.of(workspace);
    workspace.reset();

    later.run(CellParts.split("%maven org.one:one:1.0").get(0));

    assertThat(added()).contains("one-1.0.jar");
  }

  @Test
  void anUnreachableRepositoryIsNamed() throws Exception {
    settings(mirror("http://127.0.0.1:1/maven2"));

    assertThatThrownBy(() -> run("%maven org.one:one:1.0"))
        .hasMessageContaining("org.one:one:1.0")
        .hasMessageContaining("could not be fetched from near (http://127.0.0.1:1/maven2)")
        .hasMessageContaining("check the network");
  }

  @Test
  void aSpoiltJarIsRefused() throws Exception {
    central.spoil("org.one:one:1.0");

    assertThatThrownBy(() -> run("%maven org.one:one:1.0"))
        .hasMessageContaining("org.one:one:1.0")
        .hasMessageContaining("hecksum");
    assertThat(added()).isEmpty();
  }

  @Test
  void fragmentsOfAPomBringTheirDependenciesAndRepositories() throws Exception {
    var other = new FolderRepository(folder.resolve("other")).add("org.far:far:1");

    run(
        """
        %%loadFromPOM
        <repository><id>far</id><url>URL</url></repository>
        <dependency>
          <groupId>org.far</groupId><artifactId>far</artifactId><version>1</version>
        </dependency>
        <dependencies>
          <dependency>
            <groupId>org.one</groupId><artifactId>one</artifactId><version>1.1</version>
          </dependency>
        </dependencies>
        """
            .replace("URL", other.url()));

    assertThat(added())
        .containsExactlyInAnyOrder("far-1.jar", "one-1.1.jar", "two-1.jar", "three-1.jar");
  }

  @Test
  void aWholePomKeepsItsManagementAndProperties() throws Exception {
    var pom =
        Files.writeString(
            folder.resolve("pom.xml"),
            """
        <?xml version="1.0"?>
        <project><modelVersion>4.0.0</modelVersion>
          <groupId>my</groupId><artifactId>my</artifactId><version>1</version>
          <properties><v>1.0</v></properties>
          <dependencyManagement><dependencies><dependency>
            <groupId>org.one</groupId><artifactId>one</artifactId><version>${v}</version>
          </dependency></dependencies></dependencyManagement>
          <dependencies>
            <dependency><groupId>org.one</groupId><artifactId>one</artifactId></dependency>
            <dependency><groupId>org.other</groupId><artifactId>three</artifactId>
              <version>1</version><scope>test</scope></dependency>
          </dependencies>
        </project>
        """);

    run("%loadFromPOM " + pom);

    assertThat(added()).containsExactly("one-1.0.jar", "two-1.jar", "three-1.jar");
  }

  @Test
  void whatIsNoPomIsRefused() {
    assertThatThrownBy(() -> run("%%pom\n<dependency>")).hasMessageContaining("no XML");
    assertThatThrownBy(() -> run("%loadFromPOM nothing.xml")).hasMessageContaining("no file");
  }

  @Test
  void wrongUseIsExplained() {
    assertThatThrownBy(() -> run("%maven xchart"))
        .hasMessageStartingWith("expected GROUP:ARTIFACT:VERSION")
        .hasMessageContaining("received \"xchart\"");
    assertThatThrownBy(() -> run("%maven")).hasMessageContaining("which artifact?");
    assertThatThrownBy(() -> run("%maven --fast a:b:1")).hasMessageContaining("received --fast");
    assertThatThrownBy(() -> run("%maven-repo x")).hasMessageContaining("ID URL");
    assertThatThrownBy(() -> run("%maven --from x a:b:1"))
        .hasMessageContaining("no such repository");
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    var begun = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    Resolver endless =
        (request, transfers) -> {
          begun.countDown();
          while (!transfers.cancelled()) {
            Thread.onSpinWait();
          }
          told.countDown();
          return List.of();
        };
    new MavenMagics(new Resolution(() -> endless)).addTo(magics);
    var cell = new FutureTask<>(() -> runQuietly("%maven a:b:1"));
    var thread = new Thread(cell);
    thread.start();
    begun.await();

    thread.interrupt();

    assertThat(cell.get()).isInstanceOf(InterruptedException.class);
    told.await();
  }

  private Exception runQuietly(String code) {
    try {
      magics.run(CellParts.split(code).get(0));
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  private void run(String code) throws Exception {
    CellPart part = CellParts.split(code).get(0);
    assertThat(magics.run(part)).isEmpty();
  }

  private List<String> added() {
    return workspace.classPath().stream()
        .filter(one -> one.startsWith(folder))
        .map(one -> one.getFileName().toString())
        .toList();
  }

  private static String mirror(String url) {
    return "<mirrors><mirror><id>near</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>"
        .formatted(url);
  }

  private void settings(String content) throws IOException {
    var file = folder.resolve("home/.m2/settings.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<settings>" + content + "</settings>");
  }
}
