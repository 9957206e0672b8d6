package org.orrery.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.orrery.kernel",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theKernelKnowsNothingOfWorldModels =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.orrery.workbench..", "org.orrery.lab..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.orrery.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theProtocolNeedsNoSocketsAndNoJava =
      noClasses()
          .that()
          .resideInAPackage("..kernel.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.zeromq..", "jdk.jshell..", "..kernel.session..");

  @ArchTest
  static final ArchRule evaluationNeedsNoSockets =
      noClasses()
          .that()
          .resideInAnyPackage("..kernel.shell..", "..kernel.display..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.zeromq..", "..kernel.session..", "..kernel.protocol..");

  @ArchTest
  static final ArchRule commsNeedNoSocketsAndNoDisplays =
      noClasses()
          .that()
          .resideInAPackage("..kernel.comm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.zeromq..", "..kernel.session..", "..kernel.protocol..", "..kernel.display..");
}
