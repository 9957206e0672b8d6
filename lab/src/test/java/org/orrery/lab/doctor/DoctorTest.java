package org.orrery.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.lab.doctor.Finding.Mark;

class DoctorTest {

  @TempDir Path data;

  @Test
  void findsTheNativesOfThisPlatformOnly() {
    var jars = List.of("pytorch-2.13.0-1.5.14-linux-x86_64.jar", "ffmpeg-8.1.2-macosx-arm64.jar");

    var findings = new EngineCheck(jars, "linux-x86_64").examine();

    assertThat(finding(findings, "Engine torch").mark()).isEqualTo(Mark.GOOD);
    assertThat(finding(findings, "Video").mark()).isEqualTo(Mark.MISSING);
    assertThat(finding(findings, "Video").remedy()).isPresent();
    assertThat(finding(findings, "Engine nd4j").mark()).isEqualTo(Mark.ABSENT);
  }

  @Test
  void namesEveryLibraryThatACardNeedsAndHowToGetIt() {
    var jars = List.of("pytorch-2.13.0-1.5.14-linux-x86_64-gpu.jar");
    var some = "libcublas.so.13 (libc6,x86-64) => /a\nlibcudnn.so.9 => /b\nlibnccl.so.2 => /c";

    var finding =
        new CudaCheck(jars, Optional.of(some), List.of("NVIDIA H200, 9.0")).examine().get(0);

    assertThat(finding.mark()).isEqualTo(Mark.MISSING);
    assertThat(finding.detail()).isEqualTo("without libcusolver.so.12, libcusparse.so.12");
    assertThat(finding.remedy().orElseThrow())
        .contains("libcusolver-13-0 libcusparse-13-0")
        .doesNotContain("cublas");
  }

  @Test
  void aBuildWithoutCudaNamesTheProfilesThatBringIt() {
    var findings = new CudaCheck(List.of(), Optional.of(""), List.of()).examine();

    assertThat(findings).allMatch(finding -> finding.mark() == Mark.ABSENT);
    assertThat(findings.get(0).remedy().orElseThrow()).contains("MAVEN_ARGS=-Pcuda ");
    assertThat(findings.get(1).remedy().orElseThrow()).contains("MAVEN_ARGS=-Pnd4j-cuda ");
  }

  @Test
  void aCardThatTheNativesHoldNoCodeForIsNamedWithWhatTheyKnow() {
    var jars =
        List.of(
            "pytorch-2.13.0-1.5.14-linux-x86_64-gpu.jar",
            "nd4j-cuda-11.6-1.0.0-M2.1.jar",
            "nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64-cudnn.jar",
            "cuda-11.6-8.3-1.5.7-linux-x86_64-redist.jar");

    var none = new CudaCheck(jars, Optional.of(""), List.of()).examine();
    var old = new CudaCheck(jars, Optional.of(""), List.of("Tesla P100, 6.0")).examine();
    var young = new CudaCheck(jars, Optional.of(""), List.of("NVIDIA H200, 9.0")).examine();

    assertThat(none)
        .allMatch(finding -> finding.detail().contains("the driver shows no card whose"));
    assertThat(old.get(0).detail())
        .isEqualTo(
            "libtorch's CUDA natives know compute capability 7.5 and newer, and Tesla P100 has 6.0");
    assertThat(old.get(1).mark()).isEqualTo(Mark.GOOD);
    assertThat(young.get(1).mark()).isEqualTo(Mark.ABSENT);
    assertThat(young.get(1).detail()).contains("3.7 to 8.6, and NVIDIA H200 has 9.0");
  }

  @Test
  void nd4jsJarAloneIsNotEnough() {
    var jars = List.of("nd4j-cuda-11.6-1.0.0-M2.1.jar");
    var natives = List.of(jars.get(0), "nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64-cudnn.jar");
    var card = List.of("NVIDIA A100, 8.0");

    assertThat(new CudaCheck(jars, Optional.of(""), card).examine().get(1).detail())
        .contains("without its natives");
    assertThat(new CudaCheck(natives, Optional.of(""), card).examine().get(1).detail())
        .contains("without the CUDA 11.6 libraries");
  }

  @Test
  void readsTheFeaturesOfTheProcessor() {
    assertThat(MachineCheck.features("fpu avx2 avx512f avx512_bf16 amx_tile amx_bf16").detail())
        .isEqualTo("AVX2, AVX-512, AVX512-BF16, AMX: bf16 training runs in the AMX units");
    assertThat(MachineCheck.features("fpu sse2").mark()).isEqualTo(Mark.MISSING);
    assertThat(MachineCheck.features("fpu sse2").remedy().orElseThrow())
        .contains("-Dnd4j.classifier=linux-x86_64-onednn");
  }

  @Test
  void seesAKernelspecWhoseJavaIsGone() throws IOException {
    assertThat(JupyterCheck.kernelspec(List.of(data)).detail()).contains("not registered");

    var folder = Files.createDirectories(data.resolve("kernels/orrery"));
    Files.writeString(folder.resolve("kernel.json"), "{\"argv\": [\"/no/java\"]}");

    var finding = JupyterCheck.kernelspec(List.of(data));
    assertThat(finding.detail()).contains("there is no Java at /no/java");
    assertThat(finding.remedy()).contains("./orrery install");
  }

  private static Finding finding(List<Finding> findings, String subject) {
    return findings.stream().filter(f -> f.subject().equals(subject)).findFirst().orElseThrow();
  }
}
