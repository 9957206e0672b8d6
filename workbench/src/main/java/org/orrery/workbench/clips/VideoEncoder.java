package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Encodes a clip as a video that browsers play: VP9 in WebM, H.264 in MP4. */
final class VideoEncoder implements AutoCloseable {
  private static final Map<String, String> ENCODERS =
      Map.of("webm", "libvpx-vp9", "mp4", "libopenh264");

  private static final int KEY_FRAMES = 12;

  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final FrameConverter converter = new FrameConverter();
  private final AVFormatContext container = new AVFormatContext(null);
  private AVCodecContext codec;
  private AVStream stream;
  private long encoded;

  static boolean knows(String ending) {
    return ENCODERS.containsKey(ending);
  }

  static void write(Clip clip, Path file, String ending) throws IOException {
    Ffmpeg.silence();
    try (VideoEncoder encoder = new VideoEncoder()) {
      encoder.open(clip, file, ending, clip.frames());
      encoder.encode(clip);
      encoder.finish();
    }
  }

  /** Writes clips one after the other, with key frames close enough to start at any of them. */
  static void write(Iterable<Clip> clips, Path file, String ending) throws IOException {
    Ffmpeg.silence();
    try (VideoEncoder encoder = new VideoEncoder()) {
      boolean open = false;
      for (Clip clip : clips) {
        if (!open) {
          encoder.open(clip, file, ending, KEY_FRAMES);
          open = true;
        }
        encoder.encode(clip);
      }
      encoder.finish();
    }
  }

  @Override
  public void close() {
    converter.close();
    av_frame_free(frame);
    av_packet_free(packet);
    if (codec != null) {
      avcodec_free_context(codec);
    }
    if (!container.isNull()) {
      if (container.pb() != null) {
        avio_closep(container.pb());
      }
      avformat_free_context(container);
    }
  }

  private void open(Clip clip, Path file, String ending, int keyFrames) throws IOException {
    Ffmpeg.check(
        avformat_alloc_output_context2(container, null, ending, file.toString()),
        "making a " + ending);
    String name = ENCODERS.get(ending);
    AVCodec encoder = Ffmpeg.there(avcodec_find_encoder_by_name(name), "encoder " + name);
    codec = avcodec_alloc_context3(encoder);
    describe(clip);
    codec.gop_size(Math.max(12, keyFrames));
    AVDictionary options = options(ending);
    Ffmpeg.check(avcodec_open2(codec, encoder, options), "opening the encoder " + name);
    av_dict_free(options);
    stream = avformat_new_stream(container, null);
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), "describing the video");
    AVIOContext output = new AVIOContext(null);
    Ffmpeg.check(avio_open(output, "file:" + file, AVIO_FLAG_WRITE), "opening " + file);
    container.pb(output);
    AVDictionary none = null;
    Ffmpeg.check(avformat_write_header(container, none), "writing the header");
  }

  private void describe(Clip clip) {
    AVRational rate = av_make_q((int) Math.round(clip.fps() * 1000), 1000);
    codec.width(clip.width() + clip.width() % 2);
    codec.height(clip.height() + clip.height() % 2);
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_inv_q(rate));
    codec.framerate(rate);
    codec.max_b_frames(0);
    codec.colorspace(AVCOL_SPC_BT709);
    codec.color_primaries(AVCOL_PRI_BT709);
    codec.color_trc(AVCOL_TRC_BT709);
    codec.color_range(AVCOL_RANGE_MPEG);
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
  }

  /** Constant quality; fast enough to show a clip while its reader waits. */
  private AVDictionary options(String ending) {
    AVDictionary options = new AVDictionary(null);
    if (ending.equals("webm")) {
      av_dict_set(options, "crf", "20", 0);
      av_dict_set(options, "b", "0", 0);
      av_dict_set(options, "deadline", "realtime", 0);
      av_dict_set(options, "cpu-used", "7", 0);
      av_dict_set(options, "row-mt", "1", 0);
    } else {
      codec.qmin(18);
      codec.qmax(24);
      codec.bit_rate(8_000_000);
      av_dict_set(options, "rc_mode", "quality", 0);
      av_dict_set(options, "allow_skip_frames", "0", 0);
    }
    return options;
  }

  private void encode(Clip clip) throws IOException {
    for (int t = 0; t < clip.frames(); t++) {
      converter.fill(frame, clip, t);
      frame.pts(encoded++);
      Ffmpeg.check(avcodec_send_frame(codec, frame), "encoding frame " + t);
      drain();
    }
  }

  private void finish() throws IOException {
    Ffmpeg.check(avcodec_send_frame(codec, null), "ending the encoder");
    drain();
    Ffmpeg.check(av_write_trailer(container), "ending the file");
  }

  private void drain() throws IOException {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      Ffmpeg.check(code, "encoding");
      packet.stream_index(stream.index());
      packet.duration(1);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      Ffmpeg.check(av_interleaved_write_frame(container, packet), "writing a frame");
    }
  }
}
