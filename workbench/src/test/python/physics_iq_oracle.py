"""Physics-IQ's measures by OpenCV, to check what Orrery computes without it.

    /usr/bin/python3 physics_iq_oracle.py > ../resources/org/orrery/workbench/physics/physics-iq.csv

The clips are whole-number formulas that the test computes too. One line a pair of clips and a shrink
of the masks (1: as they are; 4: a quarter): first, second, shrink, spatial, spatiotemporal, weighted,
mse, and how many pixels all masks of the first clip hold. Needs Debian's python3-opencv only.
"""

import cv2
import numpy

FRAMES, HEIGHT, WIDTH = 16, 48, 64
#            start x, start y, step x, step y, radius
CLIPS = [(8, 20, 3, 0, 7), (9, 21, 3, 0, 7), (8, 20, 2, 1, 6), (8, 20, 0, 0, 7)]


def frame(clip, t):
    x0, y0, dx, dy, radius = CLIPS[clip]
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH].astype(numpy.int64)
    inside = (x - x0 - dx * t) ** 2 + (y - y0 - dy * t) ** 2 <= radius * radius
    ground = (3 * x + 5 * y) % 40 + 20
    noise = ((7919 * x + 104729 * y + 15485863 * t + 32452843 * clip) >> 3) % 5
    red = numpy.where(inside, 200, ground) + noise
    green = numpy.where(inside, 120, ground + 10) + noise
    blue = numpy.where(inside, 60, ground + 30) + noise
    return numpy.stack([blue, green, red], axis=2).astype(numpy.uint8)


def masks(frames):
    square = numpy.ones((5, 5), numpy.uint8)
    result, average = [], None
    for picture in frames:
        grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (5, 5), 0)
        if average is None:
            average = grey.astype(numpy.float64)
            result.append(numpy.zeros_like(grey))
            continue
        cv2.accumulateWeighted(grey, average, 0.3)
        difference = cv2.absdiff(grey, cv2.convertScaleAbs(average))
        moving = cv2.threshold(difference, 10, 255, cv2.THRESH_BINARY)[1]
        opened = cv2.morphologyEx(moving, cv2.MORPH_OPEN, square)
        result.append(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, square))
    return result


def shrunk(pictures, factor):
    size = (WIDTH // factor, HEIGHT // factor)
    return [cv2.resize(picture, size) for picture in pictures]


def overlap(a, b):
    union = numpy.maximum(a, b).sum()
    return 1.0 if union == 0 else numpy.minimum(a, b).sum() / union


def measures(first, second, factor):
    binary = []
    for frames in (first, second):
        found = masks(frames)
        found = shrunk(found, factor) if factor > 1 else found
        binary.append(numpy.stack(found) > 127)
    a, b = binary
    spatial = overlap(a.any(axis=0).astype(int), b.any(axis=0).astype(int))
    per_frame = numpy.mean([overlap(p.astype(int), q.astype(int)) for p, q in zip(a, b)])
    weighted = overlap(a.mean(axis=0), b.mean(axis=0))
    small = [numpy.stack(shrunk(frames, 4)) / 255.0 for frames in (first, second)]
    return spatial, per_frame, weighted, numpy.mean((small[0] - small[1]) ** 2), a.sum()


if __name__ == "__main__":
    clips = [[frame(clip, t) for t in range(FRAMES)] for clip in range(len(CLIPS))]
    print("first,second,shrink,spatial,spatiotemporal,weighted,mse,moving")
    for i in range(len(CLIPS)):
        for j in range(i + 1, len(CLIPS)):
            for factor in (1, 4):
                values = measures(clips[i], clips[j], factor)
                figures = ",".join("%.12f" % value for value in values[:4])
                print("%d,%d,%d,%s,%d" % (i, j, factor, figures, values[4]))
