package org.orrery.kernel.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orrery.kernel.shell.Members.Kind;
import org.orrery.kernel.shell.Members.Region;

/**
 * Writes unfinished code of a cell as a class that javac can attribute: its types and methods as
 * static members, its statements as those of one method, so that its variables are locals.
 */
final class AnalysisSource {

  /** The class around the code. */
  static final String CLASS = "$Assist";

  /** The class, below the statements, around a second copy of the member at the cursor. */
  static final String HERE = "$Here";

  private final Scope scope;
  private final String code;
  private final List<Region> regions;
  private final StringBuilder text = new StringBuilder();

  private AnalysisSource(Scope scope, String code) {
    this.scope = scope;
    this.code = code;
    this.regions = Members.of(code);
  }

  /** The source file for {@code code}, which is balanced. */
  static Javac.Source of(Scope scope, String code) {
    var source = new AnalysisSource(scope, code);
    source.write();
    return new Javac.Source(CLASS, source.text.toString());
  }

  private void write() {
    text.append("package ").append(CellFiles.PACKAGE).append(";\n");
    addImports();
    text.append("class ").append(CLASS).append(" {\n");
    for (var region : regions) {
      if (region.kind() != Kind.IMPORT) {
        add(region, "static ");
      }
    }
    text.append("static Object run$() throws Throwable { if (true) {\n")
        .append(Members.blank(code, regions))
        .append(";\n");
    for (var region : regions) {
      if (region.kind() != Kind.IMPORT && textOf(region).contains(UnfinishedCode.MARK)) {
        text.append("class ").append(HERE).append(" {\n"); // sees the cell's variables
        add(region, "");
        text.append("}\n");
      }
    }
    text.append("} return null; } }\n");
  }

  private void add(Region region, String modifiers) {
    var member = new StringBuilder(textOf(region));
    for (var word : region.blanked()) {
      Members.blank(member, word.start() - region.start(), word.end() - region.start());
    }
    text.append(modifiers).append(member).append('\n');
  }

  private String textOf(Region region) {
    return code.substring(region.start(), region.end());
  }

  private void addImports() {
    var imported = new LinkedHashSet<String>();
    for (var region : regions) {
      if (region.kind() == Kind.IMPORT) {
        text.append(textOf(region)).append('\n');
        if (!textOf(region).contains("*")) {
          imported.add(Scope.simpleName(textOf(region)));
        }
      }
    }
    scope.imports().stream()
        .filter(one -> one.contains("*") || !imported.contains(Scope.simpleName(one)))
        .forEach(one -> text.append(one).append('\n'));
    var words = new LinkedHashSet<String>();
    for (var token : Token.of(code)) {
      if (token.kind() == Token.Kind.WORD && !imported.contains(token.text())) {
        words.add(token.text());
      }
    }
    addDeclarations(words);
  }

  /** Imports what cells have declared of the names in the code. */
  private void addDeclarations(Set<String> words) {
    var lines = new LinkedHashSet<String>();
    scope.variables().stream()
        .filter(one -> words.contains(one.name()))
        .forEach(one -> lines.add(one.holder() + "." + one.name()));
    scope.members().stream()
        .filter(one -> words.contains(one.name()))
        .forEach(one -> lines.add(one.holder() + "." + one.name()));
    lines.forEach(
        one ->
            text.append("import static ")
                .append(CellFiles.PACKAGE)
                .append('.')
                .append(one)
                .append(";\n"));
  }
}
