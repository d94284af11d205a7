package id.setia.platform;

import id.setia.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All codes of problems and of fields with their texts, as published. */
final class ProblemCodeList {

    static final String PUBLISHED = "/problem-codes.yaml";

    private ProblemCodeList() {}

    static String ofProgram() {
        ProblemTexts texts = new ProblemTexts();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("problems", problems(texts));
        document.put("fields", fields(texts));
        return Yaml.write(document);
    }

    private static List<Object> problems(ProblemTexts texts) {
        List<Object> list = new ArrayList<>();
        for (ProblemCode code : ProblemCode.values()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("code", code.code());
            entry.put("status", code.status());
            entry.put("title", inBoth(texts, code.code() + ".title"));
            entry.put("detail", inBoth(texts, code.code() + ".detail"));
            list.add(entry);
        }
        return list;
    }

    private static List<Object> fields(ProblemTexts texts) {
        Set<String> keys = new TreeSet<>(texts.keys("en"));
        keys.removeIf(key -> !key.startsWith("field."));
        List<Object> list = new ArrayList<>();
        for (String key : keys) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("code", key.substring("field.".length()));
            entry.put("detail", inBoth(texts, key));
            list.add(entry);
        }
        return list;
    }

    private static Map<String, Object> inBoth(ProblemTexts texts, String key) {
        Map<String, Object> both = new LinkedHashMap<>();
        ProblemTexts.LANGUAGES.forEach(language -> both.put(language, texts.pattern(key, language).replace("''", "'")));
        return both;
    }
}
