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

  private final List<String> jars;
  private final Optional<String> loadable;

  /**
   * @param jars names of the jars
   * @param loadable what the dynamic linker knows, one library a line; empty where it cannot say
   */
  CudaCheck(List<String> jars, Optional<String> loadable) {
    this.jars = List.copyOf(jars);
    this.loadable = loadable;
  }

  static CudaCheck of(List<String> jars) {
    try {
      return new CudaCheck(jars, Optional.of(Programs.output(List.of("/sbin/ldconfig", "-p"))));
    } catch (IOException e) {
      // Only Linux has it; the finding then says that it cannot tell.
      return new CudaCheck(jars, Optional.empty());
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
    return jars.stream().anyMatch(jar -> jar.startsWith("nd4j-cuda-11.6-"))
        ? Finding.good(subject, "ND4J's CUDA natives, for compute capability 3.7 to 8.6")
        : Finding.absent(
            subject,
            "this build has ND4J's CPU natives (CUDA: for cards of compute capability 3.7 to 8.6)",
            ND4J_BUILD);
  }
}
