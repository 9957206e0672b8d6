package org.orrery.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may call whom. */
@AnalyzeClasses(packages = "org.orrery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HERE = "org.orrery.workbench.";

  @ArchTest
  static final ArchRule theKernelKnowsNoWorkbench =
      noClasses()
          .that()
          .resideInAPackage("org.orrery.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.orrery.workbench..");

  @ArchTest
  static final ArchRule clipsKnowOnlyFiles =
      noClasses()
          .that()
          .resideInAPackage(HERE + "clips..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others("clips", "files"));

  @ArchTest
  static final ArchRule enginesKnowNoOneElse =
      noClasses()
          .that()
          .resideInAPackage(HERE + "engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others("engine"));

  @ArchTest
  static final ArchRule filesKnowNoOneElse =
      noClasses()
          .that()
          .resideInAPackage(HERE + "files..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others("files"));

  @ArchTest
  static final ArchRule torchStaysInItsEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + "engine.torch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.pytorch..");

  @ArchTest
  static final ArchRule ffmpegStaysInClips =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + "clips..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.ffmpeg..");

  @ArchTest
  static final ArchRule nativePointersStayInClipsAndTheTorchEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + "engine.torch..", HERE + "clips..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule deeplearning4jStaysInItsEngineAndProbes =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + "engine.nd4j..", HERE + "probes..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j..");

  @ArchTest
  static final ArchRule sameDiffStaysInItsEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + "engine.nd4j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.nd4j.autodiff..");

  @ArchTest
  static final ArchRule onlyViewDisplays =
      noClasses()
          .that()
          .resideInAPackage("org.orrery.workbench..")
          .and()
          .resideOutsideOfPackage(HERE + "view..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.orrery.kernel..");

  @ArchTest
  static final ArchRule viewUsesOfTheKernelItsDisplayAlone =
      noClasses()
          .that()
          .resideInAPackage(HERE + "view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.orrery.kernel",
              "org.orrery.kernel.protocol..",
              "org.orrery.kernel.session..",
              "org.orrery.kernel.shell..",
              "org.orrery.kernel.magic..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule tablesAndChartsStayInViewAndReports =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + "view..", HERE + "probes..", HERE + "physics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tech.tablesaw..", "org.knowm.xchart..");

  @ArchTest
  static final ArchRule nothingKnowsTheView =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + "view..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HERE + "view..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.orrery.workbench.(*)..").should().beFreeOfCycles();

  /** Every package of the workbench, and the kernel, except those named. */
  private static String[] others(String... known) {
    return Stream.concat(
            Stream.of(
                    "clips",
                    "worlds",
                    "engine",
                    "models",
                    "training",
                    "checkpoints",
                    "probes",
                    "physics",
                    "view",
                    "experiments",
                    "files")
                .filter(name -> !List.of(known).contains(name))
                .map(name -> HERE + name + ".."),
            Stream.of("org.orrery.kernel.."))
        .toArray(String[]::new);
  }
}
