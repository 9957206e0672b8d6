package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_cmp_q;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mul_q;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * A steady clock for a stream whose frames are dated: a frame covers the ticks from the one nearest
 * to its date up to the next frame's, as FFmpeg's fps filter has it. The first frame is at tick 0;
 * the last covers one tick, since what a file says of its length is how long it should be looked
 * at.
 */
final class FrameClock {
  private static final double MOST_TICKS_A_FRAME = 4;

  private final AVRational units;
  private final AVRational ticks;
  private final double fps;
  private final long start;
  private long origin;
  private long lastDate = AV_NOPTS_VALUE;
  private boolean atStream;

  private FrameClock(AVRational units, AVRational rate, long start) {
    this.units = units;
    this.fps = rate.num() > 0 && rate.den() > 0 ? av_q2d(rate) : Double.NaN;
    this.ticks = Double.isNaN(fps) ? null : av_inv_q(rate);
    this.start = start;
  }

  /** At the rate that all dates fit, or at the mean rate if that is far lower. */
  static FrameClock of(AVFormatContext container, AVStream stream) {
    AVRational rate = av_guess_frame_rate(container, stream, null);
    AVRational mean = stream.avg_frame_rate();
    boolean known = mean.num() > 0 && mean.den() > 0;
    boolean far = known && (rate.num() == 0 || av_q2d(rate) > MOST_TICKS_A_FRAME * av_q2d(mean));
    // Of one or two dates FFmpeg makes no rate: it gives the finest time that the file can tell.
    boolean few = known && stream.nb_frames() > 0 && stream.nb_frames() <= 2;
    return new FrameClock(stream.time_base(), far || few ? mean : rate, stream.start_time());
  }

  /** Whether no rate was found, so that ticks are the finest time that the file can tell. */
  boolean isGuess(AVStream stream) {
    return ticks != null
        && stream.avg_frame_rate().num() == 0
        && av_cmp_q(ticks, stream.time_base()) == 0;
  }

  /** The clock whose ticks are as long as the frame is to be shown, where that is known. */
  FrameClock lasting(AVFrame first, AVStream stream) {
    long length = first.duration();
    return length > 0
        ? new FrameClock(
            units, av_inv_q(av_mul_q(units, av_make_q((int) length, 1))), stream.start_time())
        : this;
  }

  /** Ticks a second, or NaN when the file does not say; then every frame is one tick. */
  double fps() {
    return fps;
  }

  boolean canSeek() {
    return ticks != null && start != AV_NOPTS_VALUE;
  }

  /** The date of a tick in the stream's units. */
  long timeOf(long tick) {
    return av_rescale_q(tick + av_rescale_q(start, units, ticks), ticks, units);
  }

  /** From now on, tick 0 is where the stream starts, not the next frame. */
  void startAtStream() {
    atStream = true;
  }

  /** Dates a frame that carries no date: one tick after the one before it. */
  void date(AVFrame frame) {
    long date = frame.best_effort_timestamp();
    if (date == AV_NOPTS_VALUE) {
      date = lastDate == AV_NOPTS_VALUE ? 0 : lastDate + tickLength();
    }
    lastDate = date;
    frame.best_effort_timestamp(date).pts(date);
  }

  /** The tick of the first frame decoded. */
  long first(AVFrame frame) {
    long tick = ticks == null ? 0 : av_rescale_q(frame.best_effort_timestamp(), units, ticks);
    origin = atStream ? av_rescale_q(start, units, ticks) : tick;
    return tick - origin;
  }

  /** The tick of a frame that follows one at {@code before}. */
  long tick(AVFrame frame, long before) {
    return ticks == null
        ? before + 1
        : av_rescale_q(frame.best_effort_timestamp(), units, ticks) - origin;
  }

  private long tickLength() {
    return ticks == null ? 1 : Math.max(1, av_rescale_q(1, ticks, units));
  }
}
