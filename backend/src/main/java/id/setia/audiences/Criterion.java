package id.setia.audiences;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.setia.insights.RfmSegment;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberState;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What members of a saved audience have in common; kept as JSON. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Criterion.All.class, name = "all"),
    @JsonSubTypes.Type(value = Criterion.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Criterion.None.class, name = "none"),
    @JsonSubTypes.Type(value = Criterion.Language.class, name = "language"),
    @JsonSubTypes.Type(value = Criterion.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Criterion.BirthdayMonth.class, name = "birthday_month"),
    @JsonSubTypes.Type(value = Criterion.State.class, name = "state"),
    @JsonSubTypes.Type(value = Criterion.Tiers.class, name = "tiers"),
    @JsonSubTypes.Type(value = Criterion.Balance.class, name = "balance"),
    @JsonSubTypes.Type(value = Criterion.Bought.class, name = "purchases"),
    @JsonSubTypes.Type(value = Criterion.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = Criterion.RfmCell.class, name = "rfm"),
    @JsonSubTypes.Type(value = Criterion.OnList.class, name = "list")
})
public sealed interface Criterion {

    /** Members who meet all of them. */
    @Serdeable
    record All(List<Criterion> criteria) implements Criterion {}

    /** Members who meet at least one of them. */
    @Serdeable
    record Any(List<Criterion> criteria) implements Criterion {}

    /** Members who meet none of them. */
    @Serdeable
    record None(List<Criterion> criteria) implements Criterion {}

    /** @param languages {@code id} or {@code en} */
    @Serdeable
    record Language(List<String> languages) implements Criterion {}

    /**
     * Members who joined on a day of the programme from one to another, both included.
     *
     * @param from absent for any day before
     * @param until absent for any day after
     */
    @Serdeable
    record Joined(@Nullable LocalDate from, @Nullable LocalDate until) implements Criterion {}

    /** @param months 1 to 12; none stands for the month in which it is asked */
    @Serdeable
    record BirthdayMonth(List<Integer> months) implements Criterion {}

    /** Members in one of the states. */
    @Serdeable
    record State(List<MemberState> states) implements Criterion {}

    /** @param tiers codes of tiers */
    @Serdeable
    record Tiers(List<String> tiers) implements Criterion {}

    /** Members whose available points lie between two figures, both included. */
    @Serdeable
    record Balance(long least, long most) implements Criterion {}

    /**
     * Members with so many purchases of a kind and for so much, all bounds included; purchases taken back whole do not
     * count, and money is counted less what was given back.
     *
     * @param withinDays only those of today and so many days before; absent for all
     * @param category only lines of it and of what is below it; absent for whole purchases
     * @param stores only at these; none stands for all
     */
    @Serdeable
    record Bought(
            @Nullable Integer withinDays,
            @Nullable String category,
            List<UUID> stores,
            long fewest,
            long most,
            long leastSpend,
            long mostSpend)
            implements Criterion {}

    /** Members whose latest word on a purpose is yes, or is not. */
    @Serdeable
    record Consent(ConsentPurpose purpose, boolean given) implements Criterion {}

    /** Members with some scores; an empty list asks nothing. */
    @Serdeable
    record RfmCell(
            List<Integer> recency, List<Integer> frequency, List<Integer> monetary, List<RfmSegment> segments)
            implements Criterion {}

    /** Members of a static list. */
    @Serdeable
    record OnList(UUID audienceId) implements Criterion {}

    /**
     * Whether it looks at what a member buys; then only those are in the audience who agree to offers being chosen by that.
     */
    default boolean profiles() {
        return parts().anyMatch(part -> part instanceof Bought || part instanceof RfmCell);
    }

    /** The criterion and all those within it. */
    default Stream<Criterion> parts() {
        List<Criterion> within = switch (this) {
            case All all -> all.criteria();
            case Any any -> any.criteria();
            case None none -> none.criteria();
            case Language language -> List.of();
            case Joined joined -> List.of();
            case BirthdayMonth birthday -> List.of();
            case State state -> List.of();
            case Tiers tiers -> List.of();
            case Balance balance -> List.of();
            case Bought bought -> List.of();
            case Consent consent -> List.of();
            case RfmCell cell -> List.of();
            case OnList list -> List.of();
        };
        return Stream.concat(Stream.of(this), within.stream().flatMap(Criterion::parts));
    }
}
