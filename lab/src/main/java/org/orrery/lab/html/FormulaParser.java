package org.orrery.lab.html;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Recognises formulas before Markdown sees their underscores and stars. Pandoc's rule keeps prices
 * apart: no blank inside the dollars, no digit behind the closing one.
 */
final class FormulaParser implements InlineContentParserFactory, InlineContentParser {

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('$');
  }

  @Override
  public InlineContentParser create() {
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    var scanner = state.scanner();
    var dollars = scanner.matchMultiple('$');
    if (dollars > 2) {
      return ParsedInline.none();
    }
    var start = scanner.position();
    while (scanner.find('$') >= 0) {
      var end = scanner.position();
      var closing = scanner.matchMultiple('$');
      var latex = scanner.getSource(start, end).getContent();
      if (closing == dollars && closes(latex, dollars, scanner)) {
        return ParsedInline.of(new Formula(latex.strip(), dollars == 2), scanner.position());
      }
    }
    return ParsedInline.none();
  }

  private static boolean closes(String latex, int dollars, Scanner scanner) {
    if (latex.isBlank()) {
      return false;
    }
    return dollars == 2
        || (latex.equals(latex.strip())
            && !latex.endsWith("\\")
            && !Character.isDigit(scanner.peek()));
  }
}
