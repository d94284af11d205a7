package id.setia.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.setia.access.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may lean on whom. */
class HousePlanTest {

    /** From the top down; the rooms of one floor do not know each other, those of the first stand on each other in this order. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("platform"),
            List.of("webhooks", "privacy"),
            List.of("campaigns", "care", "figures", "imports", "notices", "profiles"),
            List.of("posting"),
            List.of("offers"),
            List.of("earning", "rewards"),
            List.of("audiences"),
            List.of("tiers", "insights", "closing"),
            List.of(
                    "points", "purchases", "members", "partners", "products", "limits", "approvals", "messages", "jobs",
                    "documents",
                    "access", "program"),
            List.of("kernel"));

    private static final int FIRST_FLOOR = FLOORS.size() - 2;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/db/"))
            .withImportOption(location -> !location.contains("/id/setia/client/"))
            .importPackages("id.setia");

    @Test
    void every_room_has_its_floor() {
        Set<String> rooms = HOUSE.stream().map(HousePlanTest::room).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rooms).isSubsetOf(FLOORS.stream().flatMap(List::stream).toList());
        assertThat(rooms).contains("kernel", "program", "access", "points", "platform");
    }

    @Test
    void every_room_is_flat() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName)).allMatch(name -> name.matches("id\\.setia\\.[a-z]+"));
    }

    @Test
    void imports_point_only_downward() {
        Map<String, Set<String>> below = roomsBelow();
        for (Map.Entry<String, Set<String>> room : below.entrySet()) {
            Set<String> wrong = HOUSE.stream()
                    .filter(type -> room(type).equals(room.getKey()))
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith("id.setia."))
                    .filter(dependency -> !dependency.getTargetClass().getPackageName().equals("id.setia.db"))
                    .filter(dependency -> !room(dependency.getTargetClass()).equals(room.getKey()))
                    .filter(dependency -> !room.getValue().contains(room(dependency.getTargetClass())))
                    .map(dependency -> dependency.getOriginClass().getSimpleName() + " knows "
                            + dependency.getTargetClass().getName())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(wrong).as(room.getKey()).isEmpty();
        }
    }

    @Test
    void rooms_do_not_lean_on_each_other_in_circles() {
        slices().matching("id.setia.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void the_kernel_knows_nothing_of_http() {
        noClasses().that().resideInAPackage("id.setia.kernel")
                .should().dependOnClassesThat().resideInAnyPackage("io.micronaut.http..", "io.netty..", "java.net.http..")
                .check(HOUSE);
    }

    @Test
    void only_the_platform_and_its_database_launcher_meet() {
        noClasses().that().resideOutsideOfPackage("id.setia.platform")
                .should().dependOnClassesThat().resideInAPackage("id.setia.db")
                .check(HOUSE);
    }

    @Test
    void every_operation_says_who_may_call_it() {
        methods().that(new DescribedPredicate<JavaMethod>("are operations") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return method.getOwner().isAnnotatedWith(Controller.class)
                                && method.isMetaAnnotatedWith(HttpMethodMapping.class);
                    }
                })
                .should().beAnnotatedWith(Allowed.class)
                .check(HOUSE);
    }

    @Test
    void the_beans_of_the_house_are_injected_by_constructor() {
        noFields()
                .should().beAnnotatedWith(Inject.class)
                .check(HOUSE);
    }

    private static Map<String, Set<String>> roomsBelow() {
        Map<String, Set<String>> below = new LinkedHashMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            List<String> lower = FLOORS.subList(floor + 1, FLOORS.size()).stream().flatMap(List::stream).toList();
            List<String> rooms = FLOORS.get(floor);
            for (int place = 0; place < rooms.size(); place++) {
                List<String> reachable = new ArrayList<>(lower);
                if (floor == FIRST_FLOOR) {
                    reachable.addAll(rooms.subList(place + 1, rooms.size()));
                }
                below.put(rooms.get(place), new TreeSet<>(reachable));
            }
        }
        return below;
    }

    private static String room(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
