package org.orrery.lab.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine needs to compute on an NVIDIA card: natives that know CUDA, a card they hold code
 * for, and NVIDIA's own libraries, each by the name it is loaded under.
 */
final class CudaCheck {

  private static final String TORCH_BUILD =
      "rm -rf lab/target/orrery && MAVEN_ARGS=-Pcuda ./orrery doctor";

  private static final String ND4J_BUILD =
      "rm -rf lab/target/orrery && MAVEN_ARGS=-Pnd4j-cuda ./orrery doctor";

  /** A library of NVIDIA's and Debian's name of the package in NVIDIA's own repository. */
  private record Library(String file, String debianPackage) {}

  /** What libtorch 2.13 with CUDA 13 links to; the runtime itself comes as a jar. */
  private static final List<Library> LIBRARIES =
      List.of(
          new Library("libcublas.so.13", "libcublas-13-0"),
          new Library("libcudnn.so.9", "libcudnn9-cuda-13"),
          new Library("libcusolver.so.12", "libcusolver-13-0"),
          new Library("libcusparse.so.12", "libcusparse-13-0"),
          new Library("libnccl.so.2", "libnccl2"));

  /** Compute capabilities that libtorch 2.13 with CUDA 13 holds code for. */
  private static final Range TORCH = new Range("libtorch", 7.5, Double.POSITIVE_INFINITY);

  /** Those of ND4J 1.0.0-M2.1, which holds nothing that a newer card could translate. */
  private static final Range ND4J = new Range("ND4J", 3.7, 8.6);

  /** A line of the driver's about a card whose capability it knows. */
  private static final String CARD = ".+,\\s*\\d+(\\.\\d+)?\\s*";

  private record Range(String name, double oldest, double newest) {

    /** Why a card of the driver's line {@code NVIDIA A100, 8.0} cannot be used, if so. */
    Optional<String> refusal(String card) {
      int comma = card.lastIndexOf(',');
      var capability = Double.parseDouble(card.substring(comma + 1).strip());
      return capability >= oldest && capability <= newest
          ? Optional.empty()
          : Optional.of(
              "%s's CUDA natives know compute capability %s, and %s has %s"
                  .formatted(name, this, card.substring(0, comma).strip(), capability));
    }

    @Override
    public String toString() {
      return Double.isInfinite(newest) ? oldest + " and newer" : oldest + " to " + newest;
    }
  }

  private final List<String> jars;
  private final Optional<String> loadable;
  private final List<String> cards;

  /**
   * @param jars names of the jars
   * @param loadable what the dynamic linker knows, one library a line; empty where it cannot say
   * @param cards the driver's cards, each as {@code NVIDIA A100, 8.0}
   */
  CudaCheck(List<String> jars, Optional<String> loadable, List<String> cards) {
    this.jars = List.copyOf(jars);
    this.loadable = loadable;
    this.cards = List.copyOf(cards);
  }

  static CudaCheck of(List<String> jars) {
    // Only Linux has ldconfig, and only who has a driver nvidia-smi; the findings then say so.
    return new CudaCheck(
        jars,
        said(List.of("/sbin/ldconfig", "-p")),
        said(List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader"))
            .map(text -> text.lines().filter(line -> line.matches(CARD)).toList())
            .orElse(List.of()));
  }

  private static Optional<String> said(List<String> command) {
    try {
      return Optional.of(Programs.output(command));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    findings.add(torch());
    findings.add(nd4j());
    return findings;
  }

  private Finding torch() {
    var subject = "torch on GPU";
    if (jars.stream().noneMatch(jar -> jar.startsWith("pytorch-") && jar.contains("-gpu"))) {
      return Finding.absent(
          subject, "this build has libtorch's CPU natives: models run on the CPU", TORCH_BUILD);
    }
    if (loadable.isEmpty()) {
      return Finding.absent(
          subject, "its natives are here; whether NVIDIA's libraries are, this system cannot say");
    }
    var unfit = unfit(TORCH);
    if (unfit.isPresent()) {
      return Finding.absent(subject, unfit.get());
    }
    var missing = LIBRARIES.stream().filter(l -> !loadable.get().contains(l.file())).toList();
    return missing.isEmpty()
        ? Finding.good(subject, "libtorch's CUDA natives and NVIDIA's libraries")
        : Finding.missing(
            subject,
            "without " + String.join(", ", missing.stream().map(Library::file).toList()),
            "apt-get install "
                + String.join(" ", missing.stream().map(Library::debianPackage).toList())
                + "   # from NVIDIA's repository: docs/gpu.md");
  }

  private Finding nd4j() {
    var subject = "nd4j on GPU";
    if (!has("nd4j-cuda-11.6-", "")) {
      return Finding.absent(
          subject,
          "this build has ND4J's CPU natives (CUDA: for cards of compute capability %s)"
              .formatted(ND4J),
          ND4J_BUILD);
    }
    if (!has("nd4j-cuda-11.6-", "-cudnn") || !has("cuda-11.6-", "-redist")) {
      return Finding.missing(
          subject,
          "without %s"
              .formatted(
                  has("nd4j-cuda-11.6-", "-cudnn")
                      ? "the CUDA 11.6 libraries (cuda-11.6-…-redist.jar)"
                      : "its natives (nd4j-cuda-11.6-…-cudnn.jar)"),
          ND4J_BUILD);
    }
    return unfit(ND4J)
        .map(why -> Finding.absent(subject, why))
        .orElseGet(
            () -> Finding.good(subject, "ND4J's CUDA natives, and its card " + cards.get(0)));
  }

  private boolean has(String start, String part) {
    return jars.stream().anyMatch(jar -> jar.startsWith(start) && jar.contains(part));
  }

  /** Why there is no card for natives that know this range. */
  private Optional<String> unfit(Range range) {
    return cards.isEmpty()
        ? Optional.of(
            "its natives are here, but the driver shows no card whose compute capability it knows (nvidia-smi)")
        : range.refusal(cards.get(0));
  }
}
