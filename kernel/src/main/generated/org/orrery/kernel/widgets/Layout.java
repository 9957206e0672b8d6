// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code LayoutModel} of {@code @jupyter-widgets/base} 2.0.0. */
public final class Layout extends Widget {

  static final Model MODEL =
      Model.of(
          "LayoutModel", "@jupyter-widgets/base", "2.0.0",
          "LayoutView", "@jupyter-widgets/base", "2.0.0",
          Field.of("align_content", Kind.TEXT, null).orNull()
              .oneOf(
                  "flex-start",
                  "flex-end",
                  "center",
                  "space-between",
                  "space-around",
                  "space-evenly",
                  "stretch",
                  "inherit",
                  "initial",
                  "unset"),
          Field.of("align_items", Kind.TEXT, null).orNull()
              .oneOf(
                  "flex-start",
                  "flex-end",
                  "center",
                  "baseline",
                  "stretch",
                  "inherit",
                  "initial",
                  "unset"),
          Field.of("align_self", Kind.TEXT, null).orNull()
              .oneOf(
                  "auto",
                  "flex-start",
                  "flex-end",
                  "center",
                  "baseline",
                  "stretch",
                  "inherit",
                  "initial",
                  "unset"),
          Field.of("border_bottom", Kind.TEXT, null).orNull(),
          Field.of("border_left", Kind.TEXT, null).orNull(),
          Field.of("border_right", Kind.TEXT, null).orNull(),
          Field.of("border_top", Kind.TEXT, null).orNull(),
          Field.of("bottom", Kind.TEXT, null).orNull(),
          Field.of("display", Kind.TEXT, null).orNull(),
          Field.of("flex", Kind.TEXT, null).orNull(),
          Field.of("flex_flow", Kind.TEXT, null).orNull(),
          Field.of("grid_area", Kind.TEXT, null).orNull(),
          Field.of("grid_auto_columns", Kind.TEXT, null).orNull(),
          Field.of("grid_auto_flow", Kind.TEXT, null).orNull()
              .oneOf(
                  "column",
                  "row",
                  "row dense",
                  "column dense",
                  "inherit",
                  "initial",
                  "unset"),
          Field.of("grid_auto_rows", Kind.TEXT, null).orNull(),
          Field.of("grid_column", Kind.TEXT, null).orNull(),
          Field.of("grid_gap", Kind.TEXT, null).orNull(),
          Field.of("grid_row", Kind.TEXT, null).orNull(),
          Field.of("grid_template_areas", Kind.TEXT, null).orNull(),
          Field.of("grid_template_columns", Kind.TEXT, null).orNull(),
          Field.of("grid_template_rows", Kind.TEXT, null).orNull(),
          Field.of("height", Kind.TEXT, null).orNull(),
          Field.of("justify_content", Kind.TEXT, null).orNull()
              .oneOf(
                  "flex-start",
                  "flex-end",
                  "center",
                  "space-between",
                  "space-around",
                  "inherit",
                  "initial",
                  "unset"),
          Field.of("justify_items", Kind.TEXT, null).orNull()
              .oneOf("flex-start", "flex-end", "center", "inherit", "initial", "unset"),
          Field.of("left", Kind.TEXT, null).orNull(),
          Field.of("margin", Kind.TEXT, null).orNull(),
          Field.of("max_height", Kind.TEXT, null).orNull(),
          Field.of("max_width", Kind.TEXT, null).orNull(),
          Field.of("min_height", Kind.TEXT, null).orNull(),
          Field.of("min_width", Kind.TEXT, null).orNull(),
          Field.of("object_fit", Kind.TEXT, null).orNull()
              .oneOf("contain", "cover", "fill", "scale-down", "none"),
          Field.of("object_position", Kind.TEXT, null).orNull(),
          Field.of("order", Kind.TEXT, null).orNull(),
          Field.of("overflow", Kind.TEXT, null).orNull(),
          Field.of("padding", Kind.TEXT, null).orNull(),
          Field.of("right", Kind.TEXT, null).orNull(),
          Field.of("top", Kind.TEXT, null).orNull(),
          Field.of("visibility", Kind.TEXT, null).orNull()
              .oneOf("visible", "hidden", "inherit", "initial", "unset"),
          Field.of("width", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public Layout() {
    super(MODEL);
  }

  /**
   * The align-content CSS attribute. One of "flex-start", "flex-end", "center",
   * "space-between", "space-around", "space-evenly", "stretch", "inherit", "initial",
   * "unset". At first unset.
   */
  public Optional<String> alignContent() {
    return find("align_content");
  }

  /** Sets what {@link #alignContent()} returns; null unsets it. */
  public Layout alignContent(String alignContent) {
    set("align_content", alignContent);
    return this;
  }

  /**
   * The align-items CSS attribute. One of "flex-start", "flex-end", "center", "baseline",
   * "stretch", "inherit", "initial", "unset". At first unset.
   */
  public Optional<String> alignItems() {
    return find("align_items");
  }

  /** Sets what {@link #alignItems()} returns; null unsets it. */
  public Layout alignItems(String alignItems) {
    set("align_items", alignItems);
    return this;
  }

  /**
   * The align-self CSS attribute. One of "auto", "flex-start", "flex-end", "center",
   * "baseline", "stretch", "inherit", "initial", "unset". At first unset.
   */
  public Optional<String> alignSelf() {
    return find("align_self");
  }

  /** Sets what {@link #alignSelf()} returns; null unsets it. */
  public Layout alignSelf(String alignSelf) {
    set("align_self", alignSelf);
    return this;
  }

  /**
   * The border bottom CSS attribute. At first unset.
   */
  public Optional<String> borderBottom() {
    return find("border_bottom");
  }

  /** Sets what {@link #borderBottom()} returns; null unsets it. */
  public Layout borderBottom(String borderBottom) {
    set("border_bottom", borderBottom);
    return this;
  }

  /**
   * The border left CSS attribute. At first unset.
   */
  public Optional<String> borderLeft() {
    return find("border_left");
  }

  /** Sets what {@link #borderLeft()} returns; null unsets it. */
  public Layout borderLeft(String borderLeft) {
    set("border_left", borderLeft);
    return this;
  }

  /**
   * The border right CSS attribute. At first unset.
   */
  public Optional<String> borderRight() {
    return find("border_right");
  }

  /** Sets what {@link #borderRight()} returns; null unsets it. */
  public Layout borderRight(String borderRight) {
    set("border_right", borderRight);
    return this;
  }

  /**
   * The border top CSS attribute. At first unset.
   */
  public Optional<String> borderTop() {
    return find("border_top");
  }

  /** Sets what {@link #borderTop()} returns; null unsets it. */
  public Layout borderTop(String borderTop) {
    set("border_top", borderTop);
    return this;
  }

  /**
   * The bottom CSS attribute. At first unset.
   */
  public Optional<String> bottom() {
    return find("bottom");
  }

  /** Sets what {@link #bottom()} returns; null unsets it. */
  public Layout bottom(String bottom) {
    set("bottom", bottom);
    return this;
  }

  /**
   * The display CSS attribute. At first unset.
   */
  public Optional<String> display() {
    return find("display");
  }

  /** Sets what {@link #display()} returns; null unsets it. */
  public Layout display(String display) {
    set("display", display);
    return this;
  }

  /**
   * The flex CSS attribute. At first unset.
   */
  public Optional<String> flex() {
    return find("flex");
  }

  /** Sets what {@link #flex()} returns; null unsets it. */
  public Layout flex(String flex) {
    set("flex", flex);
    return this;
  }

  /**
   * The flex-flow CSS attribute. At first unset.
   */
  public Optional<String> flexFlow() {
    return find("flex_flow");
  }

  /** Sets what {@link #flexFlow()} returns; null unsets it. */
  public Layout flexFlow(String flexFlow) {
    set("flex_flow", flexFlow);
    return this;
  }

  /**
   * The grid-area CSS attribute. At first unset.
   */
  public Optional<String> gridArea() {
    return find("grid_area");
  }

  /** Sets what {@link #gridArea()} returns; null unsets it. */
  public Layout gridArea(String gridArea) {
    set("grid_area", gridArea);
    return this;
  }

  /**
   * The grid-auto-columns CSS attribute. At first unset.
   */
  public Optional<String> gridAutoColumns() {
    return find("grid_auto_columns");
  }

  /** Sets what {@link #gridAutoColumns()} returns; null unsets it. */
  public Layout gridAutoColumns(String gridAutoColumns) {
    set("grid_auto_columns", gridAutoColumns);
    return this;
  }

  /**
   * The grid-auto-flow CSS attribute. One of "column", "row", "row dense", "column dense",
   * "inherit", "initial", "unset". At first unset.
   */
  public Optional<String> gridAutoFlow() {
    return find("grid_auto_flow");
  }

  /** Sets what {@link #gridAutoFlow()} returns; null unsets it. */
  public Layout gridAutoFlow(String gridAutoFlow) {
    set("grid_auto_flow", gridAutoFlow);
    return this;
  }

  /**
   * The grid-auto-rows CSS attribute. At first unset.
   */
  public Optional<String> gridAutoRows() {
    return find("grid_auto_rows");
  }

  /** Sets what {@link #gridAutoRows()} returns; null unsets it. */
  public Layout gridAutoRows(String gridAutoRows) {
    set("grid_auto_rows", gridAutoRows);
    return this;
  }

  /**
   * The grid-column CSS attribute. At first unset.
   */
  public Optional<String> gridColumn() {
    return find("grid_column");
  }

  /** Sets what {@link #gridColumn()} returns; null unsets it. */
  public Layout gridColumn(String gridColumn) {
    set("grid_column", gridColumn);
    return this;
  }

  /**
   * The grid-gap CSS attribute. At first unset.
   */
  public Optional<String> gridGap() {
    return find("grid_gap");
  }

  /** Sets what {@link #gridGap()} returns; null unsets it. */
  public Layout gridGap(String gridGap) {
    set("grid_gap", gridGap);
    return this;
  }

  /**
   * The grid-row CSS attribute. At first unset.
   */
  public Optional<String> gridRow() {
    return find("grid_row");
  }

  /** Sets what {@link #gridRow()} returns; null unsets it. */
  public Layout gridRow(String gridRow) {
    set("grid_row", gridRow);
    return this;
  }

  /**
   * The grid-template-areas CSS attribute. At first unset.
   */
  public Optional<String> gridTemplateAreas() {
    return find("grid_template_areas");
  }

  /** Sets what {@link #gridTemplateAreas()} returns; null unsets it. */
  public Layout gridTemplateAreas(String gridTemplateAreas) {
    set("grid_template_areas", gridTemplateAreas);
    return this;
  }

  /**
   * The grid-template-columns CSS attribute. At first unset.
   */
  public Optional<String> gridTemplateColumns() {
    return find("grid_template_columns");
  }

  /** Sets what {@link #gridTemplateColumns()} returns; null unsets it. */
  public Layout gridTemplateColumns(String gridTemplateColumns) {
    set("grid_template_columns", gridTemplateColumns);
    return this;
  }

  /**
   * The grid-template-rows CSS attribute. At first unset.
   */
  public Optional<String> gridTemplateRows() {
    return find("grid_template_rows");
  }

  /** Sets what {@link #gridTemplateRows()} returns; null unsets it. */
  public Layout gridTemplateRows(String gridTemplateRows) {
    set("grid_template_rows", gridTemplateRows);
    return this;
  }

  /**
   * The height CSS attribute. At first unset.
   */
  public Optional<String> height() {
    return find("height");
  }

  /** Sets what {@link #height()} returns; null unsets it. */
  public Layout height(String height) {
    set("height", height);
    return this;
  }

  /**
   * The justify-content CSS attribute. One of "flex-start", "flex-end", "center",
   * "space-between", "space-around", "inherit", "initial", "unset". At first unset.
   */
  public Optional<String> justifyContent() {
    return find("justify_content");
  }

  /** Sets what {@link #justifyContent()} returns; null unsets it. */
  public Layout justifyContent(String justifyContent) {
    set("justify_content", justifyContent);
    return this;
  }

  /**
   * The justify-items CSS attribute. One of "flex-start", "flex-end", "center", "inherit",
   * "initial", "unset". At first unset.
   */
  public Optional<String> justifyItems() {
    return find("justify_items");
  }

  /** Sets what {@link #justifyItems()} returns; null unsets it. */
  public Layout justifyItems(String justifyItems) {
    set("justify_items", justifyItems);
    return this;
  }

  /**
   * The left CSS attribute. At first unset.
   */
  public Optional<String> left() {
    return find("left");
  }

  /** Sets what {@link #left()} returns; null unsets it. */
  public Layout left(String left) {
    set("left", left);
    return this;
  }

  /**
   * The margin CSS attribute. At first unset.
   */
  public Optional<String> margin() {
    return find("margin");
  }

  /** Sets what {@link #margin()} returns; null unsets it. */
  public Layout margin(String margin) {
    set("margin", margin);
    return this;
  }

  /**
   * The max-height CSS attribute. At first unset.
   */
  public Optional<String> maxHeight() {
    return find("max_height");
  }

  /** Sets what {@link #maxHeight()} returns; null unsets it. */
  public Layout maxHeight(String maxHeight) {
    set("max_height", maxHeight);
    return this;
  }

  /**
   * The max-width CSS attribute. At first unset.
   */
  public Optional<String> maxWidth() {
    return find("max_width");
  }

  /** Sets what {@link #maxWidth()} returns; null unsets it. */
  public Layout maxWidth(String maxWidth) {
    set("max_width", maxWidth);
    return this;
  }

  /**
   * The min-height CSS attribute. At first unset.
   */
  public Optional<String> minHeight() {
    return find("min_height");
  }

  /** Sets what {@link #minHeight()} returns; null unsets it. */
  public Layout minHeight(String minHeight) {
    set("min_height", minHeight);
    return this;
  }

  /**
   * The min-width CSS attribute. At first unset.
   */
  public Optional<String> minWidth() {
    return find("min_width");
  }

  /** Sets what {@link #minWidth()} returns; null unsets it. */
  public Layout minWidth(String minWidth) {
    set("min_width", minWidth);
    return this;
  }

  /**
   * The object-fit CSS attribute. One of "contain", "cover", "fill", "scale-down", "none".
   * At first unset.
   */
  public Optional<String> objectFit() {
    return find("object_fit");
  }

  /** Sets what {@link #objectFit()} returns; null unsets it. */
  public Layout objectFit(String objectFit) {
    set("object_fit", objectFit);
    return this;
  }

  /**
   * The object-position CSS attribute. At first unset.
   */
  public Optional<String> objectPosition() {
    return find("object_position");
  }

  /** Sets what {@link #objectPosition()} returns; null unsets it. */
  public Layout objectPosition(String objectPosition) {
    set("object_position", objectPosition);
    return this;
  }

  /**
   * The order CSS attribute. At first unset.
   */
  public Optional<String> order() {
    return find("order");
  }

  /** Sets what {@link #order()} returns; null unsets it. */
  public Layout order(String order) {
    set("order", order);
    return this;
  }

  /**
   * The overflow CSS attribute. At first unset.
   */
  public Optional<String> overflow() {
    return find("overflow");
  }

  /** Sets what {@link #overflow()} returns; null unsets it. */
  public Layout overflow(String overflow) {
    set("overflow", overflow);
    return this;
  }

  /**
   * The padding CSS attribute. At first unset.
   */
  public Optional<String> padding() {
    return find("padding");
  }

  /** Sets what {@link #padding()} returns; null unsets it. */
  public Layout padding(String padding) {
    set("padding", padding);
    return this;
  }

  /**
   * The right CSS attribute. At first unset.
   */
  public Optional<String> right() {
    return find("right");
  }

  /** Sets what {@link #right()} returns; null unsets it. */
  public Layout right(String right) {
    set("right", right);
    return this;
  }

  /**
   * The top CSS attribute. At first unset.
   */
  public Optional<String> top() {
    return find("top");
  }

  /** Sets what {@link #top()} returns; null unsets it. */
  public Layout top(String top) {
    set("top", top);
    return this;
  }

  /**
   * The visibility CSS attribute. One of "visible", "hidden", "inherit", "initial", "unset".
   * At first unset.
   */
  public Optional<String> visibility() {
    return find("visibility");
  }

  /** Sets what {@link #visibility()} returns; null unsets it. */
  public Layout visibility(String visibility) {
    set("visibility", visibility);
    return this;
  }

  /**
   * The width CSS attribute. At first unset.
   */
  public Optional<String> width() {
    return find("width");
  }

  /** Sets what {@link #width()} returns; null unsets it. */
  public Layout width(String width) {
    set("width", width);
    return this;
  }
}
