package org.orrery.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DefaultImportsTest {

  @Test
  void noNameInScopeOfACellMeansTwoThings() throws IOException {
    Map<String, List<String>> meanings = new TreeMap<>();

    for (JavaClass type : publicTypes()) {
      meanings.merge(
          type.getSimpleName(),
          List.of(type.getName()),
          (a, b) -> List.of(String.join(", ", a), String.join(", ", b)));
    }

    assertThat(meanings).hasSizeGreaterThan(50);
    assertThat(meanings.values()).allSatisfy(types -> assertThat(types).hasSize(1));
  }

  /** The public types of the packages that are imported whole. */
  private static List<JavaClass> publicTypes() throws IOException {
    var packages =
        imports().stream()
            .filter(line -> line.startsWith("import org.orrery.") && line.endsWith(".*;"))
            .map(line -> line.substring("import ".length(), line.length() - ".*;".length()))
            .toList();
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packages)
            .stream()
            .filter(type -> packages.contains(type.getPackageName()))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .toList();
  }

  private static List<String> imports() throws IOException {
    try (var resource = DefaultImportsTest.class.getResourceAsStream("/META-INF/orrery/imports")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
