package id.setia.webhooks;

import id.setia.kernel.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which types of events are wanted.
 *
 * @param types empty for all
 */
record TypeFilter(Set<EventType> types) {

    static final TypeFilter ALL = new TypeFilter(Set.of());

    boolean accepts(EventType type) {
        return types.isEmpty() || types.contains(type);
    }

    /**
     * The filter of names, empty for all.
     *
     * @throws Problem {@code validation_failed} for a name that is none
     */
    static TypeFilter of(String pointer, Collection<String> names) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String name : names) {
            types.add(EventType.of(name).orElseThrow(() -> Problem.invalid(pointer, "event_type_unknown", name)));
        }
        return new TypeFilter(types);
    }

    /** The same of names with commas between them. */
    static TypeFilter ofList(String pointer, Optional<String> text) {
        return of(
                pointer,
                text.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).map(String::strip).toList());
    }

    /** As it is kept: names with blanks between them. */
    String kept() {
        return String.join(" ", names());
    }

    List<String> names() {
        return types.stream().map(EventType::value).sorted().toList();
    }

    static TypeFilter ofKept(String text) {
        return new TypeFilter(Arrays.stream(text.split(" "))
                .flatMap(name -> EventType.of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class))));
    }
}
