package id.setia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the load generator's script has to know, written as Lua.
 *
 * @param run what the numbers of all its receipts begin with
 * @param memberId what the ids of all members begin with
 * @param hot the number of the member who buys all the time
 */
record Script(
        String run,
        List<Shop.Till> tills,
        List<Session> sessions,
        String memberId,
        int members,
        int hot,
        String reward) {

    static final int BATCH = 100;

    private static final int RECEIPTS = 64;

    /** A member's browser. */
    record Session(String cookie, String token) {}

    Path write(Path directory) throws IOException {
        String text = """
                return {
                  run = "%s", seed = %d, day = "%s", time = "%s", members = %d, hot = %d, batch = %d, reward = "%s",
                  card = "%s", phone = "%s", memberId = "%s",
                  tills = {%s},
                  sessions = {%s},
                  receipts = {
                    %s
                  },
                }
                """.formatted(
                run, Math.abs(run.hashCode() % 1_000_000), Receipts.today(), Receipts.now(), members, hot, BATCH, reward,
                Shop.card(0).substring(0, 4), Shop.phone(0).substring(0, 6), memberId,
                tills.stream()
                        .map(till -> "{number = \"" + till.number() + "\", token = \"" + till.token() + "\"}")
                        .collect(Collectors.joining(", ")),
                sessions.stream()
                        .map(session -> "{cookie = \"" + session.cookie() + "\", token = \"" + session.token() + "\"}")
                        .collect(Collectors.joining(", ")),
                Receipts.some(RECEIPTS).stream()
                        .map(receipt -> "[==[" + receipt + "]==]")
                        .collect(Collectors.joining(",\n    ")));
        Path file = directory.resolve("load-data.lua");
        Files.writeString(file, text);
        return file;
    }
}
