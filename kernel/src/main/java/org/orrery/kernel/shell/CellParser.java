package org.orrery.kernel.shell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orrery.kernel.shell.Members.Region;
import org.orrery.kernel.shell.Piece.Declarator;
import org.orrery.kernel.shell.Piece.Span;

/**
 * Takes a cell apart with javac's own parser: its members as those of one class, its statements as
 * those of one method. Both stand at a fixed distance from their places in the cell.
 */
final class CellParser {

  private static final String BEFORE_MEMBERS = "class $Members {\n";
  private static final String BETWEEN = "\n}\nclass $Statements { void $() throws Throwable {\n";
  private static final String AFTER_STATEMENTS = "\n;}}";
  private static final String NO_STATEMENT = "compiler.err.not.stmt";

  private final Cell cell;
  private final List<Region> regions;
  private final int membersShift = BEFORE_MEMBERS.length();
  private final int statementsShift;
  private final String text;

  private CellParser(Cell cell) {
    this.cell = cell;
    this.regions = Members.of(cell.code());
    var imports = regions.stream().filter(one -> one.kind() == Members.Kind.IMPORT).toList();
    var members = new StringBuilder(Members.blank(cell.code(), imports));
    var from = 0;
    for (var region : regions) {
      Members.blank(members, from, region.start());
      region.blanked().forEach(word -> Members.blank(members, word.start(), word.end()));
      from = region.end();
    }
    Members.blank(members, from, members.length());
    var before = BEFORE_MEMBERS + members + BETWEEN;
    statementsShift = before.length();
    text = before + Members.blank(cell.code(), regions) + AFTER_STATEMENTS;
  }

  /**
   * The parts of {@code cell} in order.
   *
   * @throws CompileFailedException with every place where it is no Java
   */
  static List<Piece> parse(Cell cell, Javac javac) throws CompileFailedException {
    return new CellParser(cell).parse(javac);
  }

  private record Parsed(List<Piece> pieces, List<CompileFailures.Error> errors) {}

  private List<Piece> parse(Javac javac) throws CompileFailedException {
    var parsed =
        javac.with(
            List.of(new Javac.Source("$Members", text)),
            work -> {
              var unit = work.parse().get(0);
              var pieces = new ArrayList<Piece>();
              var reader = new Reader(unit, work.positions(), pieces);
              var errors = new ArrayList<CompileFailures.Error>();
              for (var error : work.errors()) {
                if (!error.getCode().equals(NO_STATEMENT) || !reader.isExpression(error)) {
                  errors.add(place(error));
                }
              }
              if (errors.isEmpty()) {
                reader.read();
              }
              return new Parsed(pieces, errors);
            });
    if (!parsed.errors().isEmpty()) {
      throw new CompileFailedException(CompileFailures.of(cell, parsed.errors()));
    }
    parsed.pieces().sort(Comparator.comparing(piece -> piece.span().start()));
    return parsed.pieces();
  }

  private CompileFailures.Error place(javax.tools.Diagnostic<?> error) {
    var begin = Math.max(error.getPosition(), error.getStartPosition());
    return new CompileFailures.Error(
        cell,
        inCell(begin),
        inCell(error.getEndPosition()),
        error.getCode(),
        error.getMessage(null));
  }

  private int inCell(long position) {
    var shift = position < statementsShift ? membersShift : statementsShift;
    return (int) Math.max(0, Math.min(position - shift, cell.code().length()));
  }

  /** Reads the trees of one cell. */
  private final class Reader {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Piece> pieces;

    Reader(CompilationUnitTree unit, SourcePositions positions, List<Piece> pieces) {
      this.unit = unit;
      this.positions = positions;
      this.pieces = pieces;
    }

    /** Whether the error means an expression of the cell itself, which may stand alone. */
    boolean isExpression(javax.tools.Diagnostic<?> error) {
      return statements().stream()
          .filter(ExpressionStatementTree.class::isInstance)
          .map(one -> ((ExpressionStatementTree) one).getExpression())
          .filter(ErroneousTree.class::isInstance)
          .anyMatch(
              one ->
                  positions.getStartPosition(unit, one) <= error.getPosition()
                      && error.getPosition() <= positions.getEndPosition(unit, one));
    }

    void read() {
      for (var region : regions) {
        if (region.kind() == Members.Kind.IMPORT) {
          pieces.add(new Piece.Import(cell, new Span(region.start(), region.end())));
        }
      }
      for (var member : ((ClassTree) unit.getTypeDecls().get(0)).getMembers()) {
        var region = regionAt((int) positions.getStartPosition(unit, member) - membersShift);
        if (region != null) {
          pieces.add(member(member, region));
        }
      }
      statements(statements());
    }

    private List<? extends StatementTree> statements() {
      for (var type : unit.getTypeDecls()) {
        if (type instanceof ClassTree holder
            && holder.getSimpleName().contentEquals("$Statements")) {
          var method = (MethodTree) holder.getMembers().get(holder.getMembers().size() - 1);
          return method.getBody().getStatements();
        }
      }
      return List.of();
    }

    private Region regionAt(int offset) {
      return regions.stream()
          .filter(one -> one.start() <= offset && offset < one.end())
          .findFirst()
          .orElse(null);
    }

    private Piece.Member member(Tree tree, Region region) {
      var span = new Span(region.start(), region.end());
      var blanked = region.blanked().stream().map(one -> new Span(one.start(), one.end())).toList();
      if (tree instanceof MethodTree method) {
        var parameters = method.getParameters();
        var body = (int) positions.getStartPosition(unit, method.getBody()) - membersShift;
        return new Piece.Member(
            cell,
            span,
            method.getName().toString(),
            parameters.stream().map(one -> one.getType().toString()).toList(),
            parameters.stream().map(one -> one.getName().toString()).toList(),
            words(region.start(), body),
            words(region.start(), region.end()),
            blanked);
      }
      var type = (ClassTree) tree;
      return new Piece.Member(
          cell,
          span,
          type.getSimpleName().toString(),
          null,
          List.of(),
          words(region.start(), region.end()),
          words(region.start(), region.end()),
          blanked);
    }

    /** The text of the members' class, so that modifiers without a meaning are blank. */
    private String words(int from, int to) {
      return CellPlan.words(text.substring(from + membersShift, to + membersShift));
    }

    private void statements(List<? extends StatementTree> trees) {
      for (int i = 0; i < trees.size(); i++) {
        var tree = trees.get(i);
        var span = span(tree);
        if (tree instanceof EmptyStatementTree || span.start() >= cell.code().length()) {
          continue;
        }
        if (tree instanceof VariableTree) {
          var last = i;
          while (last + 1 < trees.size() && isSameDeclaration(tree, trees.get(last + 1))) {
            last++;
          }
          pieces.add(variables(trees.subList(i, last + 1)));
          i = last;
        } else if (tree instanceof ExpressionStatementTree expression) {
          pieces.add(expression(expression.getExpression()));
        } else {
          pieces.add(new Piece.Statement(cell, span));
        }
      }
    }

    private boolean isSameDeclaration(Tree one, Tree other) {
      return other instanceof VariableTree
          && positions.getStartPosition(unit, one) == positions.getStartPosition(unit, other);
    }

    private Piece expression(ExpressionTree tree) {
      var isStatement = true;
      var inner = tree;
      if (tree instanceof ErroneousTree wrong) {
        isStatement = false;
        inner = (ExpressionTree) wrong.getErrorTrees().get(0);
      }
      var bare = inner;
      while (bare instanceof ParenthesizedTree parentheses) {
        bare = parentheses.getExpression();
      }
      return new Piece.Expression(
          cell,
          span(inner),
          isStatement,
          bare instanceof MethodInvocationTree call ? called(call) : "",
          bare instanceof AssignmentTree || bare instanceof CompoundAssignmentTree);
    }

    private static String called(MethodInvocationTree call) {
      return call.getMethodSelect() instanceof MemberSelectTree select
          ? select.getIdentifier().toString()
          : call.getMethodSelect().toString();
    }

    private Piece variables(List<? extends StatementTree> trees) {
      var first = (VariableTree) trees.get(0);
      var whole = new Span(span(first).start(), span(trees.get(trees.size() - 1)).end());
      var declarators = new ArrayList<Declarator>();
      var from = whole.start();
      for (var tree : trees) {
        var declarator = declarator((VariableTree) tree, from);
        declarators.add(declarator);
        from = declarator.name().end();
      }
      Span type = null;
      if (first.getType() != null) {
        var begin = span(first.getType()).start();
        type = new Span(begin, trimmed(begin, declarators.get(0).name().start()));
      }
      return new Piece.Variables(cell, whole, type, declarators);
    }

    private Declarator declarator(VariableTree tree, int from) {
      var initializer = tree.getInitializer() == null ? null : span(tree.getInitializer());
      var end = initializer != null ? initializer.start() : span(tree).end();
      var tokens = Token.of(cell.code().substring(from, end));
      var name = tree.getName().toString();
      var at = tokens.size() - 1;
      while (!tokens.get(at).is(name)) {
        at--;
      }
      var pairs = tokens.stream().skip(at + 1).filter(one -> one.is("[")).count();
      var start = from + tokens.get(at).start();
      return new Declarator(
          "[]".repeat((int) pairs),
          new Span(start, start + name.length()),
          initializer,
          tree.getInitializer() instanceof NewArrayTree array && array.getType() == null);
    }

    private int trimmed(int from, int to) {
      var end = to;
      while (end > from && Character.isWhitespace(cell.code().charAt(end - 1))) {
        end--;
      }
      return end;
    }

    private Span span(Tree tree) {
      var end = (int) positions.getEndPosition(unit, tree) - statementsShift;
      return new Span(
          (int) positions.getStartPosition(unit, tree) - statementsShift,
          Math.min(end, cell.code().length()));
    }
  }
}
