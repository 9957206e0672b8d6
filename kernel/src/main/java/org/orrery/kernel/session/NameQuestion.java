package org.orrery.kernel.session;

import java.util.Optional;
import java.util.regex.Pattern;
import org.orrery.kernel.shell.CodeAssistance;

/**
 * A cell that asks what a name means: {@code ?Math.abs} or {@code Math.abs?}, which is no Java
 * otherwise.
 */
record NameQuestion(String name) {

  private static final String NAME = "([\\p{javaJavaIdentifierStart}\"][^\\n?;=]*?)";
  private static final Pattern BEFORE = Pattern.compile("\\s*\\?\\??\\s*" + NAME + "\\s*;?\\s*");
  private static final Pattern BEHIND = Pattern.compile("\\s*" + NAME + "\\s*\\?\\??\\s*;?\\s*");

  static Optional<NameQuestion> in(String code) {
    if (code.indexOf('?') < 0) {
      return Optional.empty();
    }
    for (var pattern : new Pattern[] {BEFORE, BEHIND}) {
      var match = pattern.matcher(code);
      if (match.matches()) {
        return Optional.of(new NameQuestion(match.group(1)));
      }
    }
    return Optional.empty();
  }

  /** What is known of the name, as a type or variable or else as a method; "" when nothing is. */
  String answer(CodeAssistance assistance) {
    var text = assistance.describe(name, name.length());
    if (!text.isEmpty() || name.endsWith("(")) {
      return text;
    }
    return assistance.describe(name + "(", name.length() + 1);
  }
}
