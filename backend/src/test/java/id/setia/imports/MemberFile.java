package id.setia.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of members as another system might hand it over, the same at every making: numbers in order, cards and phones
 * scattered and written in many ways, opening balances in lots, one row in a hundred with a phone that another has, one in
 * a hundred that cannot be taken. Counts, while it is made, what importing it must come to.
 */
final class MemberFile {

    static final String HEADER =
            "member_number,cards,name,phone,email,birth_date,join_date,language,tier,tier_until,opening,consents,consent_source";

    private static final String[] FIRST = {"Budi", "Sari", "Putu", "Wayan", "Siti", "Agus", "Rina", "Joko", "Dewi", "Made"};
    private static final String[] LAST = {"Santoso", "Wulandari", "Nugroho", "Lestari", "Siregar", "Wijaya", "Pratama"};
    private static final String[] PHONES = {"08%s%s-%s", "+62 8%s %s%s", "628%s%s%s", "8%s%s%s", "08%s %s %s"};
    private static final int FAR = 100;

    private final List<String> lines = new ArrayList<>();
    private final String prefix;

    long rows;
    long imported;
    long refused;
    long cards;
    long phones;
    long phonesShared;
    long emails;
    long tiers;
    long consents;
    long lots;
    long points;
    long pointsExpired;

    /**
     * @param prefix two digits that tell its members from those of other files and that phone numbers have after 08
     */
    MemberFile(int prefix) {
        this.prefix = Integer.toString(prefix);
    }

    /** A file of so many rows in memory. */
    static MemberFile of(int prefix, int rows) {
        MemberFile file = new MemberFile(prefix);
        for (int number = 0; number < rows; number++) {
            file.lines.add(file.line(number));
        }
        return file;
    }

    /** A file of so many rows on disk. */
    static MemberFile write(Path path, int rows) throws IOException {
        MemberFile file = new MemberFile(12);
        try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            writer.write('\n');
            for (int number = 0; number < rows; number++) {
                writer.write(file.line(number));
                writer.write('\n');
            }
        }
        return file;
    }

    String text() {
        return HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    private String line(int number) {
        rows++;
        return number % FAR == 50 ? bad(number) : good(number);
    }

    private String bad(int number) {
        refused++;
        String member = member(number);
        return switch (number / FAR % 6) {
            case 0 -> ",,Nobody,,,,,,,,,,";
            case 1 -> member + ",,Budi,12,,,,,,,,,";
            case 2 -> member + ",,Budi,,no mail,,,,,,,,";
            case 3 -> member + ",,Budi,,,1990-02-30,,,,,,,";
            case 4 -> member + ",,Budi,,,,,,platinum,2098-06-30,,,";
            default -> member + ",,Budi,,,,,,,,many points,,";
        };
    }

    private String good(int number) {
        imported++;
        String card = prefix + scattered(number, 10) + "1";
        boolean second = number % 10 < 3;
        cards += second ? 2 : 1;
        return String.join(
                ",",
                member(number),
                second ? card + ";" + prefix + scattered(number, 10) + "2" : card,
                FIRST[number % FIRST.length] + " " + LAST[number / FIRST.length % LAST.length],
                phone(number),
                email(number),
                number % 5 < 3 ? 1960 + number % 40 + "-0" + (1 + number % 9) + "-1" + number % 10 : "",
                2012 + number % 12 + "-1" + number % 3 + "-2" + number % 9,
                number % 20 == 0 ? "en" : "id",
                tier(number),
                opening(number),
                consents(number),
                number % 3 == 0 ? "formulir kertas" : "");
    }

    private String member(int number) {
        return prefix + String.format("%08d", number);
    }

    /** Digits in no order, another for each number below ten to their power. */
    private static String scattered(long number, int digits) {
        long bound = (long) Math.pow(10, digits);
        return String.format("%0" + digits + "d", Math.floorMod(number * 7_368_787 + 12_345, bound));
    }

    /** Rows 0 and 1 of every two hundred have the same. */
    private String phone(int number) {
        boolean shared = number % 200 < 2;
        if (!shared && number % 20 == 19) {
            return "";
        }
        String digits = scattered(number - (shared ? number % 200 : 0), 8);
        phonesShared += shared ? 1 : 0;
        phones += shared ? 0 : 1;
        return PHONES[number % PHONES.length].formatted(prefix, digits.substring(0, 4), digits.substring(4));
    }

    private String email(int number) {
        if (number % 2 == 0) {
            return "";
        }
        emails++;
        return "m" + prefix + number + "@Example.com";
    }

    private String tier(int number) {
        if (number % 8 != 0) {
            return ",";
        }
        tiers++;
        return number % 16 == 0 ? "gold,2098-06-30" : "Prioritas,30/06/2098";
    }

    private String opening(int number) {
        List<String> parts = new ArrayList<>();
        if (number % 5 != 0) {
            parts.add(open(100 + number % 977, "2098-12-31"));
        }
        if (number % 4 == 1) {
            parts.add(open(5 + number % 31, ""));
        }
        if (number % 97 == 3) {
            parts.add(70 + "@2020-01-31");
            pointsExpired += 70;
        }
        return String.join(";", parts);
    }

    private String open(long more, String lastDay) {
        lots++;
        points += more;
        return more + "@" + lastDay;
    }

    private String consents(int number) {
        consents += number % 10 < 7 ? 2 : 1;
        return number % 10 < 7
                ? "terms=yes@2019-03-02;marketing_email=" + (number % 2 == 0 ? "yes" : "no") + "@2024-05-01"
                : "terms=ya@02/03/2019";
    }
}
