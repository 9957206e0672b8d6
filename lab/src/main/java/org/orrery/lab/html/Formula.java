package org.orrery.lab.html;

import org.commonmark.node.CustomNode;

/** A LaTeX formula in Markdown: {@code $…$} or {@code $$…$$}. */
final class Formula extends CustomNode {

  private final String latex;
  private final boolean display;

  Formula(String latex, boolean display) {
    this.latex = latex;
    this.display = display;
  }

  String latex() {
    return latex;
  }

  boolean display() {
    return display;
  }
}
