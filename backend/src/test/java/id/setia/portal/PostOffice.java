package id.setia.portal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server to which the server under test hands its mails. */
final class PostOffice implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    PostOffice() {
        mails.start();
    }

    String url() {
        return "smtp://127.0.0.1:" + mails.getSmtp().getPort();
    }

    /** The code in the newest mail to somebody that has one, as soon as it is there. */
    String code(String email) {
        return found(email, CODE);
    }

    /** The path of the link to a page of staff in the newest mail to somebody that has one, as soon as it is there. */
    String link(String email, String page) {
        return found(email, Pattern.compile("/staff/" + page + "#\\S+"));
    }

    private String found(String email, Pattern pattern) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int seen = mails.getReceivedMessages().length;
        Optional<String> found = newest(email, pattern);
        while (found.isEmpty() && System.nanoTime() < deadline) {
            mails.waitForIncomingEmail(500, seen + 1);
            seen = mails.getReceivedMessages().length;
            found = newest(email, pattern);
        }
        return found.orElseThrow(() -> new AssertionError("no mail to " + email + " with " + pattern));
    }

    private Optional<String> newest(String email, Pattern pattern) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(email))
                .map(PostOffice::text)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce((earlier, later) -> later);
    }

    private static String recipients(MimeMessage mail) {
        try {
            return GreenMailUtil.getAddressList(mail.getAllRecipients());
        } catch (MessagingException error) {
            throw new AssertionError(error);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException error) {
            throw new AssertionError(error);
        }
    }

    @Override
    public void close() {
        mails.stop();
    }
}
