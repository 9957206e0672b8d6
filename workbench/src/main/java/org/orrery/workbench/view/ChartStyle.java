package org.orrery.workbench.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/**
 * The one look of charts: white paper, thin grey grid, no frames, colours that colour-blind readers
 * tell apart.
 *
 * <pre>{@code
 * XYChart chart = ChartStyle.applyTo(new XYChartBuilder().width(640).height(320).build());
 * chart.addSeries("model", horizon, error).setMarker(SeriesMarkers.NONE);
 * chart                                                      // shown at twice its size in pixels
 * }</pre>
 */
public final class ChartStyle {
  private static final Color GRID = new Color(0xE2E2E2);
  private static final Color INK = new Color(0x444444);

  private ChartStyle() {}

  /** Gives a chart this look and returns it; call it before adding series. */
  public static <C extends Chart<?, ?>> C applyTo(C chart) {
    Styler style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setChartFontColor(INK);
    style.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendBackgroundColor(Color.WHITE);
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setChartTitleBoxVisible(false);
    style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    style.setSeriesColors(IntStream.range(0, 7).mapToObj(Palette::colour).toArray(Color[]::new));
    if (style instanceof AxesChartStyler axes) {
      axes.setPlotGridLinesColor(GRID);
      axes.setPlotGridLinesStroke(new BasicStroke(1));
      axes.setPlotGridVerticalLinesVisible(false);
      axes.setAxisTickLabelsColor(INK);
      axes.setAxisTicksLineVisible(false);
      axes.setAxisTicksMarksVisible(false);
      axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      axes.setMarkerSize(0);
    }
    return chart;
  }
}
