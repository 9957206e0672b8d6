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
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
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
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Decodes the video stream of a file, one frame a call. */
final class VideoDecoder implements AutoCloseable {
  /** Containers only: no playlists, which could name other files or addresses. */
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,ogg,gif,apng";

  private final long fileSize;
  private final long statedSize;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final FrameConverter converter = new FrameConverter();
  private AVFormatContext container;
  private AVCodecContext codec;
  private AVStream stream;
  private int decoded;
  private boolean drained;

  private VideoDecoder(long fileSize, long statedSize) {
    this.fileSize = fileSize;
    this.statedSize = statedSize;
  }

  static VideoDecoder open(Path file) throws IOException {
    Ffmpeg.silence();
    VideoDecoder decoder = new VideoDecoder(Files.size(file), Ebml.statedSize(file));
    try {
      decoder.openContainer(file);
      decoder.refuseCutShort();
      decoder.openCodec();
      return decoder;
    } catch (IOException | RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  double fps() {
    AVRational rate = av_guess_frame_rate(container, stream, null);
    return rate.den() == 0 || rate.num() == 0 ? Double.NaN : (double) rate.num() / rate.den();
  }

  /** Decodes the next frame; false at the end. */
  boolean next() throws IOException {
    while (true) {
      int code = avcodec_receive_frame(codec, frame);
      if (code == 0) {
        refuseDamaged();
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

  /** The frame decoded last. */
  Picture picture() throws IOException {
    return converter.picture(frame);
  }

  @Override
  public void close() {
    converter.close();
    av_frame_free(frame);
    av_packet_free(packet);
    if (codec != null) {
      avcodec_free_context(codec);
    }
    if (container != null) {
      avformat_close_input(container);
    }
  }

  private void openContainer(Path file) throws IOException {
    AVFormatContext context = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", CONTAINERS, 0);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    int code = avformat_open_input(context, "file:" + file, null, options);
    av_dict_free(options);
    if (code < 0) {
      throw new IOException(
          "no video can be found in its %d bytes (%s); the file is broken or cut short: copy or download it again"
              .formatted(fileSize, Ffmpeg.message(code)));
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
    codec.thread_count(0);
    AVDictionary none = null;
    Ffmpeg.check(avcodec_open2(codec, decoder, none), "opening the decoder");
  }

  /** The container's index says where each frame lies: one beyond the file's end is missing. */
  private void refuseCutShort() throws IOException {
    int entries = avformat_index_get_entries_count(stream);
    for (int i = 0; i < entries; i++) {
      AVIndexEntry entry = avformat_index_get_entry(stream, i);
      if (entry.pos() + entry.size() > fileSize) {
        throw new IOException(
            "the file is cut short: it ends at byte %d, inside frame %d of %d; copy or download it again"
                .formatted(fileSize, i, entries));
      }
    }
  }

  private void refuseEarlyEnd() throws IOException {
    if (statedSize > fileSize) {
      throw new IOException(
          "the file is cut short: it ends at byte %d of %d, after %d frames; copy or download it again"
              .formatted(fileSize, statedSize, decoded));
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
    if (frame.decode_error_flags() != 0) {
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
