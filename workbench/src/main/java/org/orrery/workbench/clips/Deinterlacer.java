package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.io.IOException;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Makes whole frames of interlaced ones, one for one, by FFmpeg's bwdif: each frame shows the
 * moment of its first field. Frames that are not interlaced pass unchanged.
 */
final class Deinterlacer implements AutoCloseable {
  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFilterContext source = new AVFilterContext(null);
  private final AVFilterContext sink = new AVFilterContext(null);

  /** For frames like this one, dated in units of {@code time}. */
  Deinterlacer(AVFrame like, AVRational time) throws IOException {
    String frames =
        "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:colorspace=%d:range=%d"
            .formatted(
                like.width(),
                like.height(),
                like.format(),
                time.num(),
                time.den(),
                like.colorspace(),
                like.color_range());
    AVFilterContext whole = new AVFilterContext(null);
    try {
      add(source, "buffer", frames);
      add(whole, "bwdif", "mode=send_frame:parity=auto:deint=interlaced");
      add(sink, "buffersink", null);
      Ffmpeg.check(avfilter_link(source, 0, whole, 0), "linking the deinterlacer");
      Ffmpeg.check(avfilter_link(whole, 0, sink, 0), "linking the deinterlacer");
      Ffmpeg.check(avfilter_graph_config(graph, null), "starting the deinterlacer");
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Takes a frame, or null at the end. */
  void put(AVFrame frame) throws IOException {
    Ffmpeg.check(av_buffersrc_add_frame(source, frame), "deinterlacing");
  }

  /** Gives the next whole frame, dated as it was put in; false if it first needs another. */
  boolean take(AVFrame target) throws IOException {
    int code = av_buffersink_get_frame(sink, target);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      return false;
    }
    Ffmpeg.check(code, "deinterlacing");
    // bwdif counts time in half units, to date both fields.
    target.best_effort_timestamp(target.pts() / 2);
    return true;
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }

  private void add(AVFilterContext context, String filter, String options) throws IOException {
    Ffmpeg.check(
        avfilter_graph_create_filter(
            context,
            Ffmpeg.there(avfilter_get_by_name(filter), "filter " + filter),
            filter,
            options,
            null,
            graph),
        "making the filter " + filter);
  }
}
