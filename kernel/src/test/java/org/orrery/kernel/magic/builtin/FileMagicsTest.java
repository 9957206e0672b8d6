package org.orrery.kernel.magic.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMagicsTest {

  /** A zip file without entries. */
  private static final String NO_ENTRIES = "PK\5\6" + "\0".repeat(18);

  @TempDir Path folder;

  private final MagicsInUse cells = new MagicsInUse();

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void jarsAreAddedByNameByGlobAndByFolder() throws Exception {
    touch("a.jar", "b.jar", "notes.txt", "deep/c.jar", "other/d.jar", "other/e.txt");

    cells.run("%jars " + folder + "/*.jar " + folder.resolve("other"));

    assertThat(added()).containsExactly("a.jar", "b.jar", "other/d.jar");
  }

  @Test
  void theFilesAddedCanBeAssigned() throws Exception {
    touch("deep/c.jar");

    assertThat(cells.run("List<String> added = %jars " + folder + "/**.jar\nadded.size()"))
        .contains(1);
  }

  @Test
  void foldersOfClassesAreAddedAsTheyAre() throws Exception {
    touch("classes/x/X.class", "a.jar");

    cells.run(
        "%classpath " + folder.resolve("classes") + File.pathSeparator + folder.resolve("a.jar"));

    assertThat(added()).containsExactly("classes", "a.jar");
    assertThat(cells.printedBy("%classpath").lines()).contains(folder.resolve("a.jar").toString());
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    assertThatThrownBy(() -> cells.run("%jars " + folder + "/no.jar"))
        .hasMessage("there is no file or folder " + folder.resolve("no.jar"));
    assertThat(cells.printedBy("%jars " + folder + "/*.jar")).contains("matches nothing");
    assertThatThrownBy(() -> cells.run("%jars")).hasMessageContaining("which files?");
  }

  @Test
  void sourceIsLoadedWithOrWithoutItsEnding() throws Exception {
    write(
        "Twice.java",
        "package some.where;\n\npublic class Twice { static int of(int i) { return 2 * i; } }");
    write("more.jshell", "int more = Twice.of(4);");

    var printed = cells.printedBy("%load " + folder + "/Twice\n%load " + folder + "/more.jshell");

    assertThat(cells.run("more")).contains(8);
    assertThat(printed).contains("note: \"package some.where;\"");
  }

  @Test
  void theCodeCellsOfANotebookAreLoadedInOrder() throws Exception {
    write(
        "prepare.ipynb",
        """
        {"cells": [
          {"cell_type": "code", "source": ["int one = 1;\\n", "int two = one + one;"]},
          {"cell_type": "markdown", "source": "not code"},
          {"cell_type": "code", "source": "int four = two * two;"},
          {"cell_type": "code", "source": []}
        ]}
        """);

    cells.run("%load " + folder + "/prepare");

    assertThat(cells.run("four")).contains(4);
  }

  @Test
  void whatCannotBeLoadedIsNamed() throws Exception {
    write("bad.ipynb", "{");
    write("wrong.jsh", "int x = nowhere;");

    assertThatThrownBy(() -> cells.run("%load " + folder + "/none"))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> cells.run("%load " + folder + "/bad.ipynb"))
        .hasMessageContaining("no JSON");
    assertThat(
            cells.printedBy(
                () ->
                    assertThatThrownBy(() -> cells.run("%load " + folder + "/wrong.jsh"))
                        .hasMessageContaining("nowhere")))
        .contains("in " + folder.resolve("wrong.jsh"));
  }

  @Test
  void aCellIsWrittenAndAppended() throws Exception {
    var file = folder.resolve("out.txt");

    cells.run("%%writefile " + file + "\none\n%two\n");
    cells.run("%%writefile -a " + file + "\nthree\n");

    assertThat(file).hasContent("one\n%two\nthree\n");
    assertThatThrownBy(() -> cells.run("%%writefile " + folder + "/no/where.txt\nx"))
        .hasMessageContaining("cannot write");
    assertThatThrownBy(() -> cells.run("%%writefile\nx")).hasMessageContaining("FILE");
  }

  private void touch(String... names) throws IOException {
    for (var name : names) {
      write(name, name.endsWith(".jar") ? NO_ENTRIES : "");
    }
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), content);
  }

  private java.util.List<String> added() {
    return cells.workspace.classPath().stream()
        .filter(one -> one.startsWith(folder))
        .map(one -> folder.relativize(one).toString())
        .toList();
  }
}
