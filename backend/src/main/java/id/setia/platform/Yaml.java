package id.setia.platform;

import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML in the one form in which published files are written. */
final class Yaml {

    private static final int WIDTH = 120;

    private Yaml() {}

    /** The document as maps, lists and plain values; times stay texts. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(Integer.MAX_VALUE);
        return (Map<String, Object>) new org.yaml.snakeyaml.Yaml(
                        new SafeConstructor(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new TimesAreTexts())
                .load(text);
    }

    static String write(Object document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        options.setSplitLines(true);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setDereferenceAliases(true);
        return new org.yaml.snakeyaml.Yaml(options).dump(document);
    }

    private static final class TimesAreTexts extends Resolver {

        /** Without those to the base of sixty, which are hours and minutes. */
        private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
            if (tag.equals(Tag.INT)) {
                super.addImplicitResolver(tag, WHOLE, first, limit);
            } else if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }
}
