package id.setia.documents;

import id.setia.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a public text.
 *
 * @param label the version's name, {@code 2026-11}
 * @param effectiveFrom its first day, programme time
 * @param text headings, paragraphs, lists and links, as Markdown writes them
 * @param starting whether it is the text a deployment begins with, which nobody of the programme has reviewed
 * @param publishedBy empty for a starting text
 */
public record Document(
        UUID id,
        DocumentKind kind,
        String label,
        LocalDate effectiveFrom,
        LocalText text,
        boolean starting,
        Optional<UUID> publishedBy,
        Instant publishedAt) {}
