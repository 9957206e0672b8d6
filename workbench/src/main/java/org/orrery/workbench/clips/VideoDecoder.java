package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the video stream of a file, one frame a call, upright and whole. Each frame knows which
 * ticks of a steady clock it covers, so that a video of varying rate can be told at a steady one.
 */
final class VideoDecoder implements AutoCloseable {
  /** Containers only: no playlists, which could name other files or addresses. */
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,ogg,gif,apng";

  /** Containers whose dates and key frames can be trusted. */
  private static final Set<String> DATED = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm");

  private static final long MOST_PIXELS = 100_000_000;
  private static final int SMALL = 1 << 19;
  private static final int LONGEST_STILL = 100_000;

  private final VideoPlace place;
  private final long statedSize;
  private final AVPacket packet = av_packet_alloc();
  private final FrameConverter converter = new FrameConverter();
  private AVFrame frame = av_frame_alloc();
  private AVFrame ahead = av_frame_alloc();
  private AVFormatContext container;
  private AVCodecContext codec;
  private AVStream stream;
  private Orientation orientation = Orientation.UPRIGHT;
  private Deinterlacer deinterlacer;
  private FrameClock clock;
  private int decoded;
  private boolean drained;
  private boolean ended;
  private boolean started;
  private boolean hasAhead;
  private FrameSize size;
  private double shrunk = 1;
  private long tick;
  private long nextTick;

  private VideoDecoder(VideoPlace place) throws IOException {
    this.place = place;
    this.statedSize = place.statedSize();
  }

  static VideoDecoder open(Path file) throws IOException {
    return open(VideoPlace.of(file));
  }

  static VideoDecoder open(VideoPlace place) throws IOException {
    Ffmpeg.silence();
    VideoDecoder decoder = new VideoDecoder(place);
    try {
      decoder.openContainer();
      decoder.refuseCutShort();
      decoder.openCodec();
      decoder.orientation = Orientation.of(decoder.stream.codecpar());
      decoder.clock = FrameClock.of(decoder.container, decoder.stream);
      if (decoder.clock.isGuess(decoder.stream)) {
        decoder.start();
        decoder.clock = decoder.clock.lasting(decoder.ahead, decoder.stream);
        decoder.nextTick = decoder.hasAhead ? decoder.clock.first(decoder.ahead) : 0;
      }
      return decoder;
    } catch (IOException | RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  /** Frames a second of the steady clock, or NaN. */
  double fps() {
    return clock.fps();
  }

  /** How many frames the container's index lists: all, some (key frames), or none (0). */
  int indexed() {
    return avformat_index_get_entries_count(stream);
  }

  /** Goes to the last key frame at or before a tick, where the container can; before any frame. */
  void seek(long wanted) throws IOException {
    if (wanted > 0
        && !started
        && clock.canSeek()
        && DATED.contains(container.iformat().name().getString())) {
      long time = clock.timeOf(wanted);
      if (av_seek_frame(container, stream.index(), time, AVSEEK_FLAG_BACKWARD) >= 0) {
        clock.startAtStream();
      }
    }
  }

  /** Decodes the next frame; false at the end. */
  boolean next() throws IOException {
    start();
    if (!hasAhead) {
      return false;
    }
    AVFrame spent = frame;
    frame = ahead;
    ahead = spent;
    tick = nextTick;
    hasAhead = receive();
    nextTick = hasAhead ? clock.tick(ahead, tick) : tick + 1;
    if (nextTick < tick || nextTick - tick > LONGEST_STILL) {
      throw new IOException(
          "frame %d is dated %d frames after the one before it; the file's dates are broken: write it again with the ffmpeg program"
              .formatted(decoded - 1, nextTick - tick));
    }
    return true;
  }

  /** Decodes the first frame. */
  private void start() throws IOException {
    if (!started) {
      started = true;
      hasAhead = receive();
      nextTick = hasAhead ? clock.first(ahead) : 0;
    }
  }

  /** The first tick that the frame decoded last covers. */
  long tick() {
    return tick;
  }

  /** How many ticks the frame covers: 1 at a steady rate, 0 if the next frame comes too soon. */
  int ticks() {
    return (int) (nextTick - tick);
  }

  /** The frame decoded last. */
  Picture picture() throws IOException {
    return orientation.upright(converter.picture(frame));
  }

  /**
   * The frame decoded last, shrunk to what a reading asks for: by FFmpeg, which takes the mean over
   * areas before it makes colours of it, several times as fast as making all pixels first.
   */
  Picture picture(Reading reading) throws IOException {
    FrameSize stored = new FrameSize(frame.height(), frame.width());
    if (size != null && !size.equals(stored)) {
      throw new IOException(
          "frame %d is %s, the frames before it are %s; all frames of a clip need one size"
              .formatted(tick, stored, size));
    }
    size = stored;
    FrameSize fitted =
        orientation.exchanged() ? stored.turned().fitted(reading).turned() : stored.fitted(reading);
    shrunk = (double) fitted.width() / stored.width();
    return fitted.equals(stored)
        ? picture()
        : orientation.upright(converter.picture(frame, fitted));
  }

  /** By how much the pictures of a reading are smaller than the frames: 0.5 is half as wide. */
  double shrunk() {
    return shrunk;
  }

  @Override
  public void close() {
    converter.close();
    av_frame_free(frame);
    av_frame_free(ahead);
    av_packet_free(packet);
    if (deinterlacer != null) {
      deinterlacer.close();
    }
    if (codec != null) {
      avcodec_free_context(codec);
    }
    if (container != null) {
      avformat_close_input(container);
    }
  }

  private void openContainer() throws IOException {
    AVFormatContext context = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", CONTAINERS, 0);
    av_dict_set(options, "protocol_whitelist", "file,subfile", 0);
    int code = avformat_open_input(context, place.url(), null, options);
    av_dict_free(options);
    if (code < 0) {
      throw new IOException(
          "no video can be found in its %d bytes (%s); the file is broken or cut short: copy or download it again"
              .formatted(place.length(), Ffmpeg.message(code)));
    }
    container = context;
    AVDictionary none = null;
    Ffmpeg.check(avformat_find_stream_info(container, none), "looking for streams");
    AVCodec anyCodec = null;
    int index = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, anyCodec, 0);
    stream = container.streams(Ffmpeg.check(index, "looking for a video stream"));
  }

  private void openCodec() throws IOException {
    int id = stream.codecpar().codec_id();
    AVCodec decoder = Ffmpeg.there(avcodec_find_decoder(id), "decoder for codec number " + id);
    codec = avcodec_alloc_context3(decoder);
    Ffmpeg.check(avcodec_parameters_to_context(codec, stream.codecpar()), "opening the decoder");
    codec.pkt_timebase(stream.time_base());
    // Small clips are decoded many at once; threads for each would only wait for each other.
    codec.thread_count((long) codec.width() * codec.height() < SMALL ? 1 : 0);
    codec.max_pixels(MOST_PIXELS);
    AVDictionary none = null;
    Ffmpeg.check(avcodec_open2(codec, decoder, none), "opening the decoder");
  }

  /** The container's index says where each frame lies: one beyond the file's end is missing. */
  private void refuseCutShort() throws IOException {
    int entries = indexed();
    for (int i = 0; i < entries; i++) {
      AVIndexEntry entry = avformat_index_get_entry(stream, i);
      if (entry.pos() + entry.size() > place.length()) {
        throw new IOException(
            "the file is cut short: it ends at byte %d, inside frame %d of %d; copy or download it again"
                .formatted(place.length(), i, entries));
      }
    }
  }

  private void refuseEarlyEnd() throws IOException {
    if (statedSize > place.length()) {
      throw new IOException(
          "the file is cut short: it ends at byte %d of %d, after %d frames; copy or download it again"
              .formatted(place.length(), statedSize, decoded));
    }
  }

  /** Decodes one more frame, whole, into {@code ahead}; false at the end. */
  private boolean receive() throws IOException {
    if (deinterlacer == null) {
      if (!decode()) {
        return false;
      }
      if ((ahead.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) == 0) {
        return true;
      }
      deinterlacer = new Deinterlacer(ahead, stream.time_base());
      deinterlacer.put(ahead);
    }
    while (!deinterlacer.take(ahead)) {
      if (ended) {
        return false;
      }
      if (decode()) {
        deinterlacer.put(ahead);
      } else {
        ended = true;
        deinterlacer.put(null);
      }
    }
    return true;
  }

  /** Decodes one more frame as it is stored into {@code ahead}; false at the end. */
  private boolean decode() throws IOException {
    while (true) {
      int code = avcodec_receive_frame(codec, ahead);
      if (code == 0) {
        refuseDamaged();
        clock.date(ahead);
        decoded++;
        return true;
      }
      if (code == AVERROR_EOF) {
        refuseEarlyEnd();
        return false;
      }
      if (code != AVERROR_EAGAIN()) {
        throw broken(code);
      }
      feed();
    }
  }

  private void feed() throws IOException {
    int code;
    do {
      av_packet_unref(packet);
      code = av_read_frame(container, packet);
    } while (code >= 0 && packet.stream_index() != stream.index());
    if (code == AVERROR_EOF && !drained) {
      drained = true;
      Ffmpeg.check(avcodec_send_packet(codec, null), "ending the decoder");
      return;
    }
    if (code >= 0 && (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0) {
      code = avcodec_send_packet(codec, packet);
    } else if (code >= 0) {
      throw new IOException("the file is cut short or damaged at frame " + decoded);
    }
    if (code < 0) {
      throw broken(code);
    }
  }

  private void refuseDamaged() throws IOException {
    if (ahead.decode_error_flags() != 0) {
      throw new IOException(
          "frame %d is damaged (the decoder filled it up); copy or download the file again"
              .formatted(decoded));
    }
  }

  private IOException broken(int code) {
    return new IOException(
        "frame %d cannot be decoded: %s; the file is broken or cut short there"
            .formatted(decoded, Ffmpeg.message(code)));
  }
}
