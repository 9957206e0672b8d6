package org.orrery.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.orrery", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule nobodyBelowKnowsTheApplication =
      noClasses()
          .that()
          .resideInAnyPackage("org.orrery.kernel..", "org.orrery.workbench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.orrery.lab..");

  @ArchTest
  static final ArchRule theApplicationStartsWithoutTheWorkbench =
      noClasses()
          .that()
          .resideInAPackage("org.orrery.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.orrery.workbench..");

  @ArchTest
  static final ArchRule onlyTheKernelsProtocolIsShared =
      noClasses()
          .that()
          .resideInAPackage("org.orrery.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.orrery.kernel", "org.orrery.kernel.session..", "org.orrery.kernel.shell..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.orrery.lab.(*)..").should().beFreeOfCycles();
}
