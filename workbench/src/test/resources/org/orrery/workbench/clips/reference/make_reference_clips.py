"""Makes the small clips that VideoReferenceTest reads, and what the ffmpeg program decodes of them.

Run with Debian 12's ffmpeg (5.1), in this folder:  python3 make_reference_clips.py

Each NAME.ENDING gets a NAME.raw.gz beside it: the frames as the program decodes them, rgb24 or gray,
one after the other. clips.json says how large and how many they are.
"""

import gzip
import json
import pathlib
import re
import struct
import subprocess

FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y"]
SOURCE = "testsrc2=size=64x48:rate=24:duration=0.42"
ODD = "testsrc2=size=64x48:rate=24:duration=0.42,format=rgb24,crop=47:31:8:8:exact=1"
FIELDS = "testsrc2=size=64x48:rate=48:duration=0.42,tinterlace=mode=interleave_top,fps=24"
ALPHA = SOURCE + ",format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*X/W'"
UNEVEN = SOURCE + ",select='not(between(n,2,4)+eq(n,7))'"

H264 = ["-c:v", "libx264", "-crf", "18"]
clips = {
    "h264.mp4": (SOURCE, H264 + ["-pix_fmt", "yuv420p"]),
    "h264.mov": (SOURCE, H264 + ["-pix_fmt", "yuv420p", "-bf", "2"]),
    "h264.mkv": (SOURCE, H264 + ["-pix_fmt", "yuv420p", "-g", "3"]),
    "hevc.mp4": (SOURCE, ["-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "yuv420p"]),
    "vp8.webm": (SOURCE, ["-c:v", "libvpx", "-b:v", "500k"]),
    "vp9.webm": (SOURCE, ["-c:v", "libvpx-vp9", "-crf", "25", "-b:v", "0"]),
    "av1.mp4": (SOURCE, ["-c:v", "libaom-av1", "-crf", "25", "-cpu-used", "8"]),
    "mjpeg.avi": (SOURCE, ["-c:v", "mjpeg", "-q:v", "5"]),
    "palette.gif": (SOURCE + ",split[a][b];[a]palettegen[p];[b][p]paletteuse", []),
    "rgb.apng": (SOURCE, ["-pix_fmt", "rgb24"]),
    "turned90.mp4": (SOURCE, H264 + ["-pix_fmt", "yuv444p"]),
    "turned180.mp4": (SOURCE, H264 + ["-pix_fmt", "yuv444p"]),
    "turned270.mov": (SOURCE, H264 + ["-pix_fmt", "yuv444p"]),
    "uneven.mp4": (UNEVEN, H264 + ["-pix_fmt", "yuv420p", "-vsync", "vfr"]),
    "uneven.mkv": (UNEVEN, H264 + ["-pix_fmt", "yuv420p", "-vsync", "vfr"]),
    "odd.webm": (ODD, ["-c:v", "libvpx-vp9", "-crf", "25", "-b:v", "0"]),
    "odd444.mp4": (ODD, H264 + ["-pix_fmt", "yuv444p"]),
    "alpha.webm": (ALPHA, ["-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-crf", "25", "-b:v", "0"]),
    "alpha.mov": (ALPHA, ["-c:v", "qtrle", "-pix_fmt", "argb"]),
    "alpha.apng": (ALPHA, ["-pix_fmt", "rgba"]),
    "tenbit.mp4": (SOURCE, ["-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "yuv420p10le"]),
    "tenbit422.mov": (SOURCE, H264 + ["-pix_fmt", "yuv422p10le"]),
    "bt709full.mp4": (
        SOURCE + ",scale=out_color_matrix=bt709:out_range=full",
        H264 + ["-pix_fmt", "yuvj420p", "-colorspace", "bt709", "-color_range", "pc"],
    ),
    "greyluma.mp4": (SOURCE, H264 + ["-pix_fmt", "gray"]),
    "grey.mp4": (SOURCE, ["-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "gray"]),
    "grey10.mkv": (SOURCE, ["-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "gray10le"]),
    "grey.apng": (SOURCE, ["-pix_fmt", "gray"]),
    "interlaced.mp4": (FIELDS, H264 + ["-pix_fmt", "yuv422p", "-flags", "+ildct+ilme", "-top", "1"]),
    "interlaced.mpg": (FIELDS, ["-c:v", "mpeg2video", "-q:v", "3", "-pix_fmt", "yuv422p", "-flags", "+ildct+ilme", "-top", "1"]),
}
grey = {"grey.mp4", "grey10.mkv", "grey.apng"}
# Where colour is stored at half size: left of the pixels' middle, as the stream says or its standard
# has it. Newer versions of the program look there themselves; this one is told.
left = {
    "h264.mp4",
    "h264.mov",
    "h264.mkv",
    "hevc.mp4",
    "uneven.mp4",
    "uneven.mkv",
    "tenbit.mp4",
    "tenbit422.mov",
    "bt709full.mp4",
    "interlaced.mp4",
    "interlaced.mpg",
}
full_height = {"tenbit422.mov", "interlaced.mp4", "interlaced.mpg"}
filters = {
    "uneven.mp4": "fps=24",
    "uneven.mkv": "fps=24",
    "interlaced.mp4": "bwdif=mode=send_frame:parity=auto:deint=interlaced",
    "interlaced.mpg": "bwdif=mode=send_frame:parity=auto:deint=interlaced",
}

# The matrix (a, b, c, d) of a track's header that turns its picture clockwise, as phones write it.
turns = {
    "turned90.mp4": (0, 1, -1, 0),
    "turned180.mp4": (-1, 0, 0, -1),
    "turned270.mov": (0, -1, 1, 0),
}


def turn(path, a, b, c, d):
    content = bytearray(path.read_bytes())
    matrix = content.index(b"tkhd") + 4 + 40
    struct.pack_into(">5i", content, matrix, a << 16, b << 16, 0, c << 16, d << 16)
    path.write_bytes(content)


here = pathlib.Path(__file__).parent
listed = []
for name, (source, options) in clips.items():
    target = here / name
    subprocess.run(FFMPEG + ["-f", "lavfi", "-i", source] + options + [str(target)], check=True)
    if name in turns:
        turn(target, *turns[name])
    pixels = "gray" if name in grey else "rgb24"
    decode = FFMPEG + ["-i", str(target), "-vsync", "passthrough", "-sws_flags", "bicubic+accurate_rnd"]
    decode += ["-pix_fmt", pixels]
    chain = [filters[name]] if name in filters else []
    if name in left:
        place = "in_h_chr_pos=0" if name in full_height else "in_h_chr_pos=0:in_v_chr_pos=128"
        chain.append(f"scale={place}:flags=bicubic+accurate_rnd,format={pixels}")
    if chain:
        decode += ["-vf", ",".join(chain)]
    raw = subprocess.run(decode + ["-f", "rawvideo", "-"], check=True, capture_output=True).stdout
    first = subprocess.run(
        decode[:4] + decode[5:] + ["-frames:v", "1", "-f", "image2pipe", "-c:v", "ppm" if pixels == "rgb24" else "pgm", "-"],
        check=True,
        capture_output=True,
    ).stdout
    width, height = map(int, re.match(rb"P\d\s+(\d+)\s+(\d+)", first).groups())
    channels = 1 if name in grey else 3
    frames = len(raw) // (width * height * channels)
    assert frames * width * height * channels == len(raw)
    reference = name.replace(".", "-") + ".raw.gz"
    (here / reference).write_bytes(gzip.compress(raw, 9, mtime=0))
    listed.append(
        {
            "clip": name,
            "reference": reference,
            "frames": frames,
            "channels": channels,
            "height": height,
            "width": width,
        }
    )
(here / "clips.json").write_text(json.dumps(listed, indent=1) + "\n")
