package io.dragoman.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may see whom. Plain tests, because an annotated rule may silently not run. */
class LayerRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dragoman");

    /** Package to the packages of ours it may see; {@code app} sees all. */
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("access", List.of("model")),
            Map.entry("mapping", List.of("model")),
            Map.entry("privacy", List.of("model")),
            Map.entry("ledger", List.of("model")),
            Map.entry("audit", List.of("model", "ledger")),
            Map.entry("staging", List.of("model")),
            Map.entry("content", List.of("model")),
            Map.entry("inventory", List.of("model", "mapping", "privacy", "staging")),
            Map.entry("duplicates", List.of("model", "privacy")),
            Map.entry("run", List.of("model", "mapping", "privacy", "ledger")),
            Map.entry("systems.csv", List.of("model", "staging")),
            Map.entry("systems.rest", List.of("model", "staging")),
            Map.entry("systems.jdbc", List.of("model", "staging")),
            Map.entry("systems.pipedrive", List.of("model")),
            Map.entry("service", List.of("access", "model", "ledger", "run")),
            Map.entry("console", List.of("access", "model", "ledger", "run", "service")),
            Map.entry("sandbox", List.of()));

    @TestFactory
    Stream<DynamicTest> a_package_sees_only_what_its_place_in_the_house_allows() {
        return SEES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> seesOnly(entry.getKey(), entry.getValue()).check(PRODUCT)));
    }

    @Test
    void every_package_of_the_product_has_a_place_in_the_house() {
        List<String> places = Stream.concat(SEES.keySet().stream(), Stream.of("app"))
                .map(place -> "io.dragoman." + place)
                .toList();
        assertThat(PRODUCT)
                .allMatch(one -> places.stream()
                        .anyMatch(place -> one.getPackageName().equals(place)
                                || one.getPackageName().startsWith(place + ".")));
    }

    @Test
    void camel_is_known_only_to_the_program_and_the_systems() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.dragoman.app..", "io.dragoman.systems..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(PRODUCT);
    }

    @Test
    void only_the_program_starts_the_sandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.dragoman.app..", "io.dragoman.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.dragoman.sandbox..")
                .check(PRODUCT);
    }

    /** What asks elsewhere works for the first launch of a process only. */
    @Test
    void only_a_launch_asks_the_process_for_its_environment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.dragoman.app.Launch")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(PRODUCT);
    }

    @Test
    void the_rules_can_fail() {
        ArchRule wrong = noClasses()
                .that()
                .resideInAPackage("io.dragoman.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.dragoman.model..");
        assertThatThrownBy(() -> wrong.check(PRODUCT)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule seesOnly(String place, List<String> allowed) {
        String[] others = Stream.concat(SEES.keySet().stream(), Stream.of("app"))
                .filter(other -> !other.equals(place) && !allowed.contains(other))
                .map(other -> "io.dragoman." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.dragoman." + place + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because(place + " sees only " + Arrays.toString(allowed.toArray()));
    }
}
