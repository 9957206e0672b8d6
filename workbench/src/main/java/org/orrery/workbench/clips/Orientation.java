package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;

/**
 * How a stored picture must be turned and mirrored to stand as it was filmed: shown x and y are
 * stored x and y, perhaps exchanged, each perhaps counted from the other side.
 */
record Orientation(boolean exchanged, boolean xFlipped, boolean yFlipped) {
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Of a stream whose container holds a display matrix; upright without one. */
  static Orientation of(AVCodecParameters stream) throws IOException {
    AVPacketSideData data =
        av_packet_side_data_get(
            stream.coded_side_data(), stream.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    if (data == null || data.isNull() || data.size() < 36) {
      return UPRIGHT;
    }
    IntBuffer matrix =
        data.data().capacity(36).asByteBuffer().order(ByteOrder.nativeOrder()).asIntBuffer();
    return of(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
  }

  /** Of the matrix that maps stored (x, y) to shown (a x + c y, b x + d y). */
  static Orientation of(double a, double b, double c, double d) throws IOException {
    double straight = Math.abs(a) + Math.abs(d);
    double turned = Math.abs(b) + Math.abs(c);
    if (Math.min(straight, turned) > 0.02 * Math.max(straight, turned)) {
      throw new IOException(
          "the picture is turned by %d degrees; only quarter turns are read: turn the video upright first"
              .formatted(Math.round(Math.toDegrees(Math.atan2(b, a)))));
    }
    return straight > turned
        ? new Orientation(false, a < 0, d < 0)
        : new Orientation(turned > 0, c < 0, b < 0);
  }

  Picture upright(Picture stored) {
    if (equals(UPRIGHT)) {
      return stored;
    }
    int height = exchanged ? stored.width() : stored.height();
    int width = exchanged ? stored.height() : stored.width();
    byte[] shown = new byte[stored.bytes().length];
    for (int c = 0; c < stored.channels(); c++) {
      int plane = c * height * width;
      for (int y = 0; y < height; y++) {
        int v = yFlipped ? height - 1 - y : y;
        for (int x = 0; x < width; x++) {
          int u = xFlipped ? width - 1 - x : x;
          int from = exchanged ? u * stored.width() + v : v * stored.width() + u;
          shown[plane + y * width + x] = stored.bytes()[plane + from];
        }
      }
    }
    return new Picture(stored.channels(), height, width, shown);
  }
}
