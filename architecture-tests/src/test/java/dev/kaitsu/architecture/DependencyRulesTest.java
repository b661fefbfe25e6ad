package dev.kaitsu.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Dependencies point inward, and nowhere else")
class DependencyRulesTest {
  private static final String[] PLAIN_JAVA = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.text..",
    "java.nio.charset..",
    "java.security.."
  };

  @Test
  @DisplayName("the words depend on plain Java alone")
  void modelIsPlain() {
    classes()
        .that()
        .resideInAPackage("dev.kaitsu.model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.kaitsu.model..").or(resideInAnyPackage(PLAIN_JAVA)))
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("the ports speak the words, and nothing but plain Java beside them")
  void portsSpeakTheModel() {
    classes()
        .that()
        .resideInAPackage("dev.kaitsu.port..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("dev.kaitsu.model..", "dev.kaitsu.port..")
                .or(resideInAnyPackage(PLAIN_JAVA)))
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("the domain knows ports, words and plain Java; constructors may be injected")
  void domainIsPure() {
    classes()
        .that()
        .resideInAPackage("dev.kaitsu.domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("dev.kaitsu.model..", "dev.kaitsu.port..", "dev.kaitsu.domain..")
                .or(resideInAnyPackage(PLAIN_JAVA))
                .or(resideInAPackage("jakarta.inject")))
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("guards see the order and no port but the words a skip is told in")
  void guardsAskNobody() {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu.domain.guard")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.kaitsu.port..").and(allBut("FulfillmentListener")))
        .check(Kaitsu.CLASSES);
  }

  private static DescribedPredicate<JavaClass> allBut(String name) {
    return DescribedPredicate.describe("not " + name, type -> !type.getName().contains(name));
  }

  @ParameterizedTest
  @DisplayName("an adapter sees neither the domain nor another adapter nor a launcher")
  @CsvSource({"salesforce", "whmcs", "freebit", "redis", "postgres", "sftp"})
  void adaptersStandAlone(String adapter) {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu.adapter." + adapter + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.kaitsu.domain..",
                    "dev.kaitsu.wiring..",
                    "dev.kaitsu.server..",
                    "dev.kaitsu.cli..",
                    "dev.kaitsu.sandbox..")
                .or(
                    resideInAPackage("dev.kaitsu.adapter..")
                        .and(
                            DescribedPredicate.not(
                                resideInAPackage("dev.kaitsu.adapter." + adapter + "..")))))
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("what is asked of us and what we ask do not know each other")
  void portDirectionsAreApart() {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu.port.out")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.kaitsu.port.in")
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("only the wiring and the launchers see adapters")
  void onlyLaunchersSeeAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.kaitsu.adapter..", "dev.kaitsu.wiring..", "dev.kaitsu.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.kaitsu.adapter..")
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("the emulators know nothing of what they are there to test")
  void sandboxStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu.sandbox..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.kaitsu.model..",
                "dev.kaitsu.port..",
                "dev.kaitsu.domain..",
                "dev.kaitsu.adapter..",
                "dev.kaitsu.wiring..",
                "dev.kaitsu.server..",
                "dev.kaitsu.cli.."))
        .check(Kaitsu.CLASSES);
  }

  @ParameterizedTest
  @DisplayName("a library stays in the room that was given to it")
  @CsvSource({
    "okhttp3.., dev.kaitsu.adapter..",
    "io.lettuce.., dev.kaitsu.adapter.redis..",
    "org.jdbi.., dev.kaitsu.adapter.postgres..",
    "com.github.kagkarlsson.., dev.kaitsu.adapter.postgres..",
    "io.javalin.., dev.kaitsu.server..",
    "picocli.., dev.kaitsu.cli..",
    "io.micrometer.., dev.kaitsu.wiring.."
  })
  void librariesStayInTheirRoom(String library, String room) {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu..")
        .and()
        .resideOutsideOfPackages(
            room, room.equals("dev.kaitsu.wiring..") ? "dev.kaitsu.server.." : room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("SSH is spoken by the adapter and by the emulator only")
  void sshStaysOutside() {
    noClasses()
        .that()
        .resideInAPackage("dev.kaitsu..")
        .and()
        .resideOutsideOfPackages("dev.kaitsu.adapter.sftp..", "dev.kaitsu.sandbox.sftp..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.sshd..")
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("words and decisions read no clock of their own")
  void timeComesFromOutside() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.kaitsu.model..", "dev.kaitsu.domain..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(Kaitsu.CLASSES);
  }

  @Test
  @DisplayName("no packages go round in circles")
  void noCycles() {
    slices().matching("dev.kaitsu.(**)").should().beFreeOfCycles().check(Kaitsu.CLASSES);
  }
}
