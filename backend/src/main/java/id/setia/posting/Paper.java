package id.setia.posting;

import id.setia.kernel.MoneyText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences as lines for a receipt: at most 32 characters each, broken where people would break them. */
final class Paper {

    static final int WIDTH = 32;

    /** After these a word that is too long for a line may end, as addresses on the web do. */
    private static final Pattern JOINTS = Pattern.compile("[^/.\\-@?=&_]*[/.\\-@?=&_]+|[^/.\\-@?=&_]+");

    private final List<String> lines = new ArrayList<>();

    /** Adds a sentence; a figure stays with its unit while the two fit a line. */
    Paper add(String sentence) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.strip().split("\\s+")) {
            if (fits(line, word)) {
                append(line, word);
            } else {
                for (String part : parts(word)) {
                    if (!fits(line, part)) {
                        end(line);
                    }
                    append(line, part);
                }
            }
        }
        end(line);
        return this;
    }

    private static boolean fits(StringBuilder line, String word) {
        return line.length() + (line.isEmpty() ? 0 : 1) + length(word) <= WIDTH;
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }

    private static void append(StringBuilder line, String word) {
        line.append(line.isEmpty() ? "" : " ").append(word.replace(MoneyText.TIE, " "));
    }

    private void end(StringBuilder line) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    /** The word itself where it fits a line; else its tied words, or pieces that fill lines, broken at joints first. */
    private List<String> parts(String word) {
        if (length(word) <= WIDTH) {
            return List.of(word);
        }
        if (word.contains(MoneyText.TIE)) {
            return List.of(word.split(MoneyText.TIE)).stream()
                    .flatMap(part -> parts(part).stream())
                    .toList();
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Matcher joint = JOINTS.matcher(word);
        while (joint.find()) {
            if (piece.length() + joint.group().length() > WIDTH && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(joint.group());
            while (piece.length() > WIDTH) {
                pieces.add(piece.substring(0, WIDTH));
                piece.delete(0, WIDTH);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
