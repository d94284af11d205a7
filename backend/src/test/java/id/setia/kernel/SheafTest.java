package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class SheafTest {

    private static final SheafPart COUNTER =
            new SheafPart("epoch WHERE name = ?", List.of(), List.of("name"), List.of("value"), List.of());

    private static final SheafPart MEMBER = new SheafPart(
            "member WHERE id = ?",
            List.of("id", "merged_into"),
            List.of("state", "name"),
            List.of("version"),
            List.of("birth_date", "joined_at"));

    private static final SheafPart IDENTIFIERS = new SheafPart(
            "member_identifier WHERE member_id = ?", List.of("value"), List.of("kind"), List.of("main"), List.of());

    @Inject
    TestProgram program;

    @Inject
    TestMembers people;

    @Inject
    Epochs epochs;

    @Inject
    Transactions transactions;

    @Inject
    SqlWatch watch;

    @BeforeEach
    void foundProgram() {
        program.found();
    }

    @Test
    void each_part_is_handed_its_own_rows_as_they_are_kept() {
        TestMembers.TestMember member = people.join();
        String counter = "sheaf-" + UUID.randomUUID().toString().substring(24);
        epochs.advance(counter);
        List<String> found = new ArrayList<>();
        Sheaf sheaf = new Sheaf()
                .add(COUNTER, List.of(counter), row -> found.add(row.text("name") + " " + row.number("value")))
                .add(MEMBER, List.of(member.id()), row -> {
                    assertThat(row.id("id")).isEqualTo(member.id());
                    assertThat(row.id("merged_into")).isNull();
                    assertThat(row.text("state")).isEqualTo("active");
                    assertThat(row.text("name")).isEqualTo("Budi Santoso");
                    assertThat(row.date("birth_date")).isEqualTo(LocalDate.of(1990, 8, 17));
                    assertThat(row.instant("joined_at").getNano() % 1_000).isZero();
                    found.add("member");
                })
                .add(IDENTIFIERS, List.of(member.id()), row -> {
                    if (row.text("kind").equals("email")) {
                        found.add(new String(row.bytes("value"), StandardCharsets.UTF_8));
                    }
                });

        List<SqlWatch.Issued> issued = watch.during(() -> transactions.read(sheaf));

        assertThat(issued.stream().filter(statement -> statement.text().contains("UNION ALL"))).hasSize(1);
        assertThat(found).containsExactlyInAnyOrder(counter + " 1", "member", member.email());
    }

    @Test
    void a_part_without_rows_is_handed_none() {
        List<String> found = new ArrayList<>();

        transactions.read(new Sheaf()
                .add(MEMBER, List.of(UUID.randomUUID()), row -> found.add("member"))
                .add(COUNTER, List.of("no-such-counter"), row -> found.add("counter")));

        assertThat(found).isEmpty();
    }
}
