package org.orrery.kernel.widgets;

/**
 * A line of text that the cell sets; LaTeX between dollar signs is set as a formula.
 *
 * <pre>{@code
 * var loss = Widgets.label("no loss yet");
 * display(loss);
 * loss.value("loss 0.031");     // the line on the page changes
 * }</pre>
 */
public final class Label extends LabelModel {

  /** An empty one. */
  public Label() {}
}
