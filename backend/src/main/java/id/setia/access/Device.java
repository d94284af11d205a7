package id.setia.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Browser and system of a request in two words, {@code Chrome, Android}, as far as the browser tells. */
final class Device {

    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet", "Firefox", "Firefox", "FxiOS", "Firefox",
            "CriOS", "Chrome", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "CrOS", "ChromeOS", "Mac OS X", "macOS",
            "Linux", "Linux");

    private Device() {}

    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int index = 0; index < marksAndNames.length; index += 2) {
            names.put(marksAndNames[index], marksAndNames[index + 1]);
        }
        return names;
    }

    static String of(HttpRequest<?> request) {
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT)).orElse("");
        return Stream.of(name(BROWSERS, agent), name(SYSTEMS, agent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> name(Map<String, String> names, String agent) {
        return names.entrySet().stream().filter(name -> agent.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
