package id.setia.documents;

import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of {@code document}; they are added and never changed. */
final class DocumentRows {

    private DocumentRows() {}

    /** Every version of every text: for each kind the one that takes effect last comes first. */
    static List<Document> all(Connection connection) throws SQLException {
        List<Document> documents = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT id, kind, label, effective_from, text_id, text_en, first_text, published_by, published_at
                        FROM document
                        ORDER BY kind, effective_from DESC, published_at DESC, id DESC""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                documents.add(new Document(
                        Sql.id(row, "id"),
                        DocumentKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("label"),
                        row.getObject("effective_from", LocalDate.class),
                        LocalText.of(row.getString("text_id"), row.getString("text_en")),
                        row.getBoolean("first_text"),
                        Optional.ofNullable(Sql.id(row, "published_by")),
                        Sql.instant(row, "published_at")));
            }
        }
        return documents;
    }

    static void insert(Connection connection, Document document) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO document (
                  id, kind, label, effective_from, text_id, text_en, first_text, published_by, published_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(document.id()));
            insert.setString(2, document.kind().value());
            insert.setString(3, document.label());
            insert.setObject(4, document.effectiveFrom());
            insert.setString(5, document.text().id());
            insert.setString(6, document.text().en());
            insert.setBoolean(7, document.starting());
            insert.setBytes(8, UuidBytes.of(document.publishedBy().orElse(null)));
            insert.setObject(9, Sql.time(document.publishedAt()));
            insert.executeUpdate();
        }
    }
}
