package org.orrery.kernel.shell;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A documentation comment as text to read. */
final class DocText {

  private static final Map<String, String> SECTIONS =
      Map.of(
          "apiNote", "Note:",
          "implSpec", "Implementation requirements:",
          "implNote", "Implementation note:");

  private final DocFormat format;
  private final StringBuilder text = new StringBuilder();
  private boolean isVerbatim;
  private int lists;

  private DocText(DocFormat format) {
    this.format = format;
  }

  /** {@code comment} in {@code format}. */
  static String of(DocCommentTree comment, DocFormat format) {
    var written = new DocText(format);
    comment.getBlockTags().forEach(written::deprecation);
    written.write(comment.getFullBody());
    var returned = comment.getFullBody().stream().filter(ReturnTree.class::isInstance).findFirst();
    var sections = new LinkedHashMap<String, List<String>>();
    for (var tag : comment.getBlockTags()) {
      written.section(tag, sections);
    }
    returned.ifPresent(
        one ->
            sections.put("Returns:", List.of(written.inline(((ReturnTree) one).getDescription()))));
    sections.forEach((title, items) -> format.section(written.text, title, items));
    return written.text.toString().strip();
  }

  private String inline(List<? extends DocTree> trees) {
    var part = new DocText(format);
    part.write(trees);
    return part.text.toString().strip();
  }

  private void deprecation(DocTree tag) {
    if (tag instanceof DeprecatedTree deprecated) {
      text.append(format.strong("Deprecated.")).append(' ').append(inline(deprecated.getBody()));
      format.paragraph(text);
    }
  }

  private void section(DocTree tag, Map<String, List<String>> sections) {
    String title = null;
    var item = "";
    if (tag instanceof ParamTree one) {
      title = one.isTypeParameter() ? "Type parameters:" : "Parameters:";
      item = named(one.getName(), one.getDescription());
    } else if (tag instanceof ReturnTree one) {
      title = "Returns:";
      item = inline(one.getDescription());
    } else if (tag instanceof ThrowsTree one) {
      title = "Throws:";
      item = named(one.getExceptionName(), one.getDescription());
    } else if (tag instanceof UnknownBlockTagTree one) {
      title = SECTIONS.get(one.getTagName());
      item = inline(one.getContent());
    } else if (tag instanceof BlockTagTree && tag.getKind() == DocTree.Kind.SINCE) {
      title = "Since:";
      item = tag.toString().replaceFirst("@since\\s*", "");
    }
    if (title != null) {
      sections.computeIfAbsent(title, unseen -> new ArrayList<>()).add(item);
    }
  }

  private String named(DocTree name, List<? extends DocTree> description) {
    var words = inline(description);
    return format.code(name.toString()) + (words.isEmpty() ? "" : " - " + words);
  }

  private void write(List<? extends DocTree> trees) {
    trees.forEach(this::write);
  }

  private void write(DocTree tree) {
    if (tree instanceof TextTree one) {
      plain(one.getBody());
    } else if (tree instanceof EntityTree) {
      entity(tree.toString());
    } else if (tree instanceof LiteralTree one) {
      var body = one.getBody().getBody();
      text.append(
          isVerbatim
              ? format.escape(body)
              : one.getKind() == DocTree.Kind.CODE
                  ? format.code(body.strip())
                  : format.escape(body));
    } else if (tree instanceof LinkTree one) {
      link(one);
    } else if (tree instanceof SummaryTree one) {
      write(one.getSummary());
    } else if (tree instanceof ReturnTree one) {
      plain("Returns ");
      write(one.getDescription());
      plain(".");
    } else if (tree instanceof IndexTree one) {
      write(one.getSearchTerm());
    } else if (tree instanceof StartElementTree one) {
      start(one.getName().toString().toLowerCase(Locale.ROOT), tree);
    } else if (tree instanceof EndElementTree one) {
      end(one.getName().toString().toLowerCase(Locale.ROOT), tree);
    } else if (tree.getKind().name().equals("MARKDOWN")) { // JDK 23 and later
      format.markdown(text, tree.toString());
    } else if (tree.getKind().name().equals("SNIPPET")) { // JDK 18 and later
      snippet(tree.toString());
    } else if (!(tree instanceof InheritDocTree)) {
      plain(tree.toString().replaceFirst("^\\{@\\w+\\s*", "").replaceFirst("}$", ""));
    }
  }

  private void plain(String words) {
    if (isVerbatim) {
      text.append(format.escape(words));
      return;
    }
    var even = words.replaceAll("\\s+", " ");
    var isFresh = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(format.escape(isFresh ? even.stripLeading() : even));
  }

  private void entity(String entity) {
    text.append(
        format == DocFormat.HTML
            ? entity
            : switch (entity) {
              case "&lt;" -> "<";
              case "&gt;" -> ">";
              case "&amp;" -> "&";
              case "&quot;" -> "\"";
              case "&nbsp;" -> " ";
              case "&mdash;", "&ndash;" -> "-";
              case "&le;" -> "<=";
              case "&ge;" -> ">=";
              default -> number(entity);
            });
  }

  private static String number(String entity) {
    var digits = entity.replaceAll("[&#;]", "");
    if (digits.matches("[xX][0-9a-fA-F]{1,5}")) {
      return Character.toString(Integer.parseInt(digits.substring(1), 16));
    }
    return digits.matches("[0-9]{1,6}") ? Character.toString(Integer.parseInt(digits)) : entity;
  }

  private void link(LinkTree link) {
    var label = inline(link.getLabel());
    var isPlain = link.getKind() == DocTree.Kind.LINK_PLAIN;
    var name = link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.');
    text.append(!label.isEmpty() ? label : isPlain ? format.escape(name) : format.code(name));
  }

  private void snippet(String snippet) {
    var body = snippet.substring(snippet.indexOf(':') + 1).replaceFirst("}\\s*$", "");
    format.verbatim(text, true);
    text.append(format.escape(body.stripIndent().strip()));
    format.verbatim(text, false);
  }

  private void start(String name, DocTree tree) {
    if (name.equals("pre")) {
      isVerbatim = true;
      format.verbatim(text, true);
    } else if (format == DocFormat.HTML) {
      text.append(tree);
    } else {
      switch (name) {
        case "p", "blockquote", "table", "dl" -> format.paragraph(text);
        case "br", "tr" -> text.append('\n');
        case "ul", "ol" -> lists++;
        case "li" -> item("- ");
        case "dt" -> item("");
        case "dd" -> item("  ");
        case "td", "th" -> text.append(' ');
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          format.paragraph(text);
          text.append(format == DocFormat.MARKDOWN ? "#### " : "");
        }
        default -> mark(name);
      }
    }
  }

  private void item(String bullet) {
    while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    text.append('\n').append("  ".repeat(Math.max(0, lists - 1))).append(bullet);
  }

  private void end(String name, DocTree tree) {
    if (name.equals("pre")) {
      isVerbatim = false;
      format.verbatim(text, false);
    } else if (format == DocFormat.HTML) {
      text.append(tree);
    } else {
      switch (name) {
        case "ul", "ol" -> {
          lists--;
          format.paragraph(text);
        }
        case "p", "blockquote", "table", "dl", "h1", "h2", "h3", "h4", "h5", "h6" ->
            format.paragraph(text);
        default -> mark(name);
      }
    }
  }

  private void mark(String element) {
    if (format == DocFormat.MARKDOWN && !isVerbatim) {
      text.append(
          switch (element) {
            case "code", "tt" -> "`";
            case "b", "strong" -> "**";
            case "i", "em" -> "*";
            default -> "";
          });
    }
  }
}
