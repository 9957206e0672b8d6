package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/** Converts between FFmpeg's frames and planes of bytes. */
final class FrameConverter implements AutoCloseable {
  private final SwsContext scaler = sws_alloc_context();
  private final SwsContext shrinker = sws_alloc_context();
  private final AVFrame rgb = av_frame_alloc();
  private final AVFrame grey = av_frame_alloc();

  FrameConverter() {
    scaler.flags(SWS_BICUBIC | SWS_ACCURATE_RND);
    // Without the last two, colours would be halved across the small picture.
    shrinker.flags(SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT);
  }

  /** A decoded frame as a picture: grey stays grey, everything else becomes RGB. */
  Picture picture(AVFrame decoded) throws IOException {
    return picture(scaler, decoded, new FrameSize(decoded.height(), decoded.width()));
  }

  /** The same, each pixel the mean over the area that it covers. */
  Picture picture(AVFrame decoded, FrameSize smaller) throws IOException {
    return picture(shrinker, decoded, smaller);
  }

  private Picture picture(SwsContext by, AVFrame decoded, FrameSize size) throws IOException {
    int height = size.height();
    int width = size.width();
    if (isGrey(decoded.format())) {
      convert(by, decoded, grey, AV_PIX_FMT_GRAY8, size, "converting a frame to grey");
      return new Picture(1, height, width, rows(grey, height, width));
    }
    convert(by, decoded, rgb, AV_PIX_FMT_RGB24, size, "converting a frame to RGB");
    return new Picture(3, height, width, planes(rows(rgb, height, 3 * width)));
  }

  /** Whether a format holds brightness alone, perhaps with an alpha that is left out. */
  private static boolean isGrey(int format) {
    AVPixFmtDescriptor description = av_pix_fmt_desc_get(format);
    return description.nb_components() <= 2
        && (description.flags() & (AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_RGB)) == 0;
  }

  private static void convert(
      SwsContext by, AVFrame from, AVFrame to, int format, FrameSize size, String doing)
      throws IOException {
    allocate(to, format, size.height(), size.width());
    to.color_range(AVCOL_RANGE_JPEG);
    Ffmpeg.check(sws_scale_frame(by, to, from), doing);
  }

  /** Fills {@code target} (YUV 4:2:0, BT.709) from bytes [channel, height, width]. */
  void fill(AVFrame target, Clip clip, int t) throws IOException {
    int height = clip.height();
    int width = clip.width();
    allocate(rgb, AV_PIX_FMT_RGB24, height, width);
    rgb.color_range(AVCOL_RANGE_JPEG);
    byte[] packed = packed(clip.frame(t), clip.channels());
    BytePointer data = rgb.data(0);
    for (int y = 0; y < height; y++) {
      data.position((long) y * rgb.linesize(0)).put(packed, y * 3 * width, 3 * width);
    }
    data.position(0);
    allocate(target, AV_PIX_FMT_YUV420P, height + height % 2, width + width % 2);
    target.color_range(AVCOL_RANGE_MPEG);
    target.colorspace(AVCOL_SPC_BT709);
    Ffmpeg.check(sws_scale_frame(scaler, target, rgb), "converting a frame from RGB");
  }

  @Override
  public void close() {
    av_frame_free(rgb);
    av_frame_free(grey);
    sws_freeContext(scaler);
    sws_freeContext(shrinker);
  }

  private static void allocate(AVFrame frame, int format, int height, int width)
      throws IOException {
    if (frame.format() == format && frame.height() == height && frame.width() == width) {
      Ffmpeg.check(av_frame_make_writable(frame), "making room for a frame");
      return;
    }
    av_frame_unref(frame);
    frame.format(format).height(height).width(width);
    Ffmpeg.check(av_frame_get_buffer(frame, 0), "making room for a frame");
  }

  private static byte[] rows(AVFrame frame, int height, int rowBytes) {
    byte[] bytes = new byte[height * rowBytes];
    BytePointer data = frame.data(0);
    if (frame.linesize(0) == rowBytes) {
      data.get(bytes);
      return bytes;
    }
    for (int y = 0; y < height; y++) {
      data.position((long) y * frame.linesize(0)).get(bytes, y * rowBytes, rowBytes);
    }
    data.position(0);
    return bytes;
  }

  private static byte[] planes(byte[] packed) {
    int pixels = packed.length / 3;
    byte[] planes = new byte[packed.length];
    for (int i = 0; i < pixels; i++) {
      planes[i] = packed[3 * i];
      planes[pixels + i] = packed[3 * i + 1];
      planes[2 * pixels + i] = packed[3 * i + 2];
    }
    return planes;
  }

  private static byte[] packed(byte[] planes, int channels) {
    int pixels = planes.length / channels;
    int green = channels == 3 ? pixels : 0;
    byte[] packed = new byte[3 * pixels];
    for (int i = 0; i < pixels; i++) {
      packed[3 * i] = planes[i];
      packed[3 * i + 1] = planes[green + i];
      packed[3 * i + 2] = planes[2 * green + i];
    }
    return packed;
  }
}
