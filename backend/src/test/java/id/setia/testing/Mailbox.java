package id.setia.testing;

import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails queued for somebody, the newest first. */
@Singleton
public class Mailbox {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final Transactions transactions;

    Mailbox(Transactions transactions) {
        this.transactions = transactions;
    }

    public List<String> of(String email) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT body FROM message WHERE recipient = ? ORDER BY id DESC")) {
                select.setBytes(1, email.getBytes(StandardCharsets.UTF_8));
                List<String> bodies = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        bodies.add(row.getString(1));
                    }
                }
                return bodies;
            }
        });
    }

    /** The code of the newest mail. */
    public String code(String email) {
        Matcher code = CODE.matcher(of(email).getFirst());
        if (!code.find()) {
            throw new AssertionError("no code in the mail to " + email);
        }
        return code.group();
    }
}
