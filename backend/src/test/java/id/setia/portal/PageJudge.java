package id.setia.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * WCAG 2.2 AA by axe, nothing beyond the edge, a focus that can be seen on whatever takes it, and on a member's phone targets
 * that a thumb hits. axe holds every target to 24 pixels, those of the denser back office too.
 */
final class PageJudge {

    private static final String AXE = axe();

    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations
                .flatMap(({id, help, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${help}\\n  ${target}\\n  ${failureSummary}`))""";

    /**
     * What takes the focus, one of each kind; whatever changes on it, around it or beside it when it has the focus may show it,
     * once its transition is over, and with less motion everything has one.
     */
    private static final String UNSEEN_FOCUS = """
            () => {
                const scope = document.querySelector('dialog[open]') ?? document
                const kinds = new Map()
                for (const element of scope.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
                    if (!element.disabled && element.checkVisibility({visibilityProperty: true})) kinds.set(`${element.localName} ${element.type ?? ''} ${element.className}`, element)
                const settled = part => {
                    for (const animation of part.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
                    return getComputedStyle(part)
                }
                const looks = element => [element, element.parentElement, element.nextElementSibling].filter(Boolean).map(settled)
                    .map(style => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor, style.clipPath, style.transform, style.translate]).join()
                const unseen = []
                const before = document.activeElement
                for (const [kind, element] of kinds) {
                    element.blur()
                    const without = looks(element)
                    element.focus({preventScroll: true})
                    if (document.activeElement === element && looks(element) === without) unseen.push(kind)
                    element.blur()
                }
                before?.focus?.({preventScroll: true})
                return unseen
            }""";

    /** What is tapped on purpose, as opposed to links within a text. */
    private static final String SMALL_TARGETS = """
            () => [...(document.querySelector('dialog[open]') ?? document).querySelectorAll('.button, .field, .place, [role=switch], [role=tab], button, summary')]
                .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('.sr-only'))
                .map(element => [element, element.getBoundingClientRect()])
                .filter(([, {width, height}]) => width > 1 && (height < 43.5 || width < 43.5))
                .map(([element, {width, height}]) => `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}" ${width.toFixed(0)} × ${height.toFixed(0)}`)""";

    private PageJudge() {}

    /** Found as Node finds packages: in the pages' folder or in one above it. */
    private static String axe() {
        Path folder = Path.of("..", "frontend").toAbsolutePath().normalize();
        Path script = Stream.iterate(folder, above -> above != null, Path::getParent)
                .map(above -> above.resolve("node_modules/axe-core/axe.min.js"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(script);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static void judge(Visitor visitor, String where) {
        assertThat(violations(visitor)).as(where).isEmpty();
        assertThat(visitor.overflows()).as(where + " reaches beyond the edge").isFalse();
        if (visitor.isOnAPhone() && !isForADesk(visitor)) {
            assertThat(smallTargets(visitor)).as(where + ": targets smaller than 44 pixels").isEmpty();
        }
        assertThat(unseenFocus(visitor)).as(where + ": a focus that cannot be seen").isEmpty();
    }

    private static boolean isForADesk(Visitor visitor) {
        String path = URI.create(visitor.page().url()).getPath();
        return Stream.of("/staff", "/developers", "/design").anyMatch(path::startsWith);
    }

    static List<?> violations(Visitor visitor) {
        visitor.page().evaluate(AXE);
        return list(visitor, VIOLATIONS);
    }

    static List<?> smallTargets(Visitor visitor) {
        return list(visitor, SMALL_TARGETS);
    }

    /** After a key, browsers show the focus that a script sets. */
    static List<?> unseenFocus(Visitor visitor) {
        visitor.page().keyboard().press("Tab");
        return list(visitor, UNSEEN_FOCUS);
    }

    private static List<?> list(Visitor visitor, String script) {
        return (List<?>) visitor.page().evaluate(script);
    }
}
