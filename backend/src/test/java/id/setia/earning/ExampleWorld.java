package id.setia.earning;

import id.setia.kernel.PublicId;
import id.setia.partners.Store;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the names of worked examples stand for: {@code here}, {@code elsewhere}, audiences and calendars. */
final class ExampleWorld {

    private static final UUID ELSEWHERE = new UUID(9, 9);

    private final Store store;
    private final Map<String, Calendar> calendars = new HashMap<>();
    private final Map<String, UUID> audiences = new HashMap<>();
    private final Function<String, UUID> audienceMaker;

    ExampleWorld(
            Store store,
            Map<String, Object> calendars,
            BiFunction<String, List<CalendarSpan>, Calendar> maker,
            Function<String, UUID> audienceMaker) {
        this.store = store;
        this.audienceMaker = audienceMaker;
        calendars.forEach((name, spans) -> this.calendars.put(name, maker.apply(name, spans(spans.toString()))));
    }

    /** {@code 2027-02-08 to 2027-03-09, 2027-05-01}. */
    private static List<CalendarSpan> spans(String text) {
        return List.of(text.split(", ")).stream()
                .map(span -> span.split(" to "))
                .map(ends -> new CalendarSpan(
                        LocalDate.parse(ends[0]), ends.length == 1 ? null : LocalDate.parse(ends[1])))
                .toList();
    }

    UUID store(String name) {
        return name.equals("here") ? store.id() : ELSEWHERE;
    }

    UUID partner(String name) {
        return name.equals("here") ? store.partnerId() : ELSEWHERE;
    }

    UUID audience(String name) {
        return audiences.computeIfAbsent(name, audienceMaker);
    }

    Map<UUID, Calendar> calendars() {
        return calendars.values().stream().collect(Collectors.toMap(Calendar::id, calendar -> calendar));
    }

    String funder() {
        return PublicId.PARTNER.format(store.partnerId());
    }

    /** The value of a condition as the API takes it. */
    Object value(String condition, Object named) {
        return switch (condition) {
            case "stores" -> each(named, name -> PublicId.STORE.format(store(name)));
            case "partners" -> each(named, name -> PublicId.PARTNER.format(partner(name)));
            case "audiences" -> each(named, name -> PublicId.AUDIENCE.format(audience(name)));
            case "calendars" -> each(named, name -> PublicId.CALENDAR.format(calendars.get(name).id()));
            case "hours" -> each(named, ExampleWorld::span);
            case "minimum" -> Map.of("amount", named.toString(), "currency", "IDR");
            default -> named;
        };
    }

    /** {@code 22:00 to 02:00}. */
    private static Map<String, String> span(String text) {
        String[] ends = text.split(" to ");
        return Map.of("from", ends[0], "until", ends[1]);
    }

    private static List<Object> each(Object named, Function<String, Object> value) {
        return ((List<?>) named).stream().map(Object::toString).map(value).toList();
    }
}
