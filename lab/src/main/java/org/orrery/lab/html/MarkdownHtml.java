package org.orrery.lab.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML: CommonMark, tables, formulas as text, and pictures taken into the page. */
final class MarkdownHtml {

  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());

  private final Parser parser =
      Parser.builder()
          .extensions(EXTENSIONS)
          .customInlineContentParserFactory(new FormulaParser())
          .build();
  private final Pictures pictures;

  /** Pictures with relative names are looked up in {@code folder}. */
  MarkdownHtml(Path folder) {
    this.pictures = new Pictures(folder);
  }

  /**
   * The HTML of {@code markdown}.
   *
   * @param attachments file name to MIME bundle, as a notebook cell holds them
   */
  String html(String markdown, Map<String, Object> attachments) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .sanitizeUrls(false)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Image) {
                    attributes.computeIfPresent(
                        "src", (name, source) -> pictures.embedded(source, attachments));
                  }
                })
        .nodeRendererFactory(FormulaRenderer::new)
        .build()
        .render(parser.parse(markdown));
  }

  private static final class FormulaRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    FormulaRenderer(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Formula.class);
    }

    @Override
    public void render(Node node) {
      var formula = (Formula) node;
      context.getWriter().raw(FormulaHtml.html(formula.latex(), formula.display()));
    }
  }
}
