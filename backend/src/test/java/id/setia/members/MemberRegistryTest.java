package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SetiaTest
class MemberRegistryTest {

    @Inject
    MemberRegistry members;

    @Inject
    TestMembers testMembers;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Test
    void a_member_is_found_by_id_card_and_email_at_once() {
        TestMembers.TestMember budi = testMembers.join();
        MemberReference card = MemberReference.card(
                members.profile(budi.id()).orElseThrow().cards().getFirst().number());
        List<MemberReference> references =
                List.of(MemberReference.memberId(budi.id()), card, MemberReference.email(budi.email()));

        Map<MemberReference, FoundMember> found = members.find(references);

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(references);
        assertThat(found.values()).allMatch(member -> member.id().equals(budi.id()));
        assertThat(found.get(card).maskedName()).isEqualTo("B••• S•••");
    }

    @Test
    void what_is_nobodys_finds_nobody() {
        assertThat(members.find(List.of(
                        MemberReference.card("6042 0000 0000"),
                        MemberReference.phone("nonsense"),
                        MemberReference.memberId(ids.next()),
                        MemberReference.external("old", "x".repeat(5_000)))))
                .isEmpty();
    }

    @Test
    void a_merged_member_is_followed_to_whom_they_live_on_as() {
        TestMembers.TestMember first = testMembers.join();
        TestMembers.TestMember second = testMembers.join();
        TestMembers.TestMember third = testMembers.join();
        merge(first.id(), second.id());
        merge(second.id(), third.id());

        assertThat(members.members(List.of(first.id())).get(first.id()).id()).isEqualTo(third.id());
        assertThat(members.find(List.of(MemberReference.email(first.email()))).values())
                .extracting(FoundMember::id)
                .containsExactly(third.id());
        assertThat(members.profile(first.id()).orElseThrow().id()).isEqualTo(third.id());
    }

    @Test
    void members_merged_in_a_circle_are_nobody_rather_than_for_ever() {
        TestMembers.TestMember first = testMembers.join();
        TestMembers.TestMember second = testMembers.join();
        merge(first.id(), second.id());
        merge(second.id(), first.id());

        assertThat(members.members(List.of(first.id()))).isEmpty();
    }

    @Test
    void unclaimed_members_are_enrolled_many_at_a_time_and_again_without_effect() {
        String issuer = issuer();
        List<UnclaimedMember> batch = batch(issuer, 0, 2_500);

        Map<MemberReference, UUID> first = members.enrolUnclaimed(batch);
        Map<MemberReference, UUID> again = members.enrolUnclaimed(batch(issuer, 0, 2_600));

        assertThat(first).hasSize(2_500);
        batch.forEach(member -> assertThat(first.get(member.external())).isEqualTo(member.id()));
        assertThat(again).hasSize(2_600).containsAllEntriesOf(first);
        assertThat(members.find(again.keySet()).values())
                .hasSize(2_600)
                .allMatch(member -> member.state() == MemberState.UNCLAIMED);
    }

    @Test
    void two_imports_of_the_same_numbers_at_once_make_each_member_once() throws Exception {
        String issuer = issuer();
        Callable<Map<MemberReference, UUID>> anImport = () -> members.enrolUnclaimed(batch(issuer, 0, 300));

        Set<Map<MemberReference, UUID>> answers = new HashSet<>();
        try (var imports = Executors.newFixedThreadPool(4)) {
            for (Future<Map<MemberReference, UUID>> answer : imports.invokeAll(List.of(anImport, anImport, anImport, anImport))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
        Collection<UUID> holders = answers.iterator().next().values();
        assertThat(holders).hasSize(300).doesNotHaveDuplicates();
        assertThat(members.members(holders)).hasSize(300);
    }

    @Test
    void a_number_named_twice_in_a_batch_is_one_member() {
        String issuer = issuer();
        List<UnclaimedMember> batch = List.of(batch(issuer, 7, 8).getFirst(), batch(issuer, 7, 8).getFirst());

        Map<MemberReference, UUID> holders = members.enrolUnclaimed(batch);

        assertThat(holders).hasSize(1).containsValue(batch.getFirst().id());
    }

    private String issuer() {
        return "old-" + ids.next();
    }

    private List<UnclaimedMember> batch(String issuer, int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(number -> new UnclaimedMember(
                        ids.next(), MemberReference.external(issuer, "C" + number), "", "id", clock.now()))
                .collect(Collectors.toList());
    }

    private void merge(UUID member, UUID into) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET state = 'merged', merged_into = ? WHERE id = ?")) {
                update.setBytes(1, UuidBytes.of(into));
                update.setBytes(2, UuidBytes.of(member));
                return update.executeUpdate();
            }
        });
    }
}
