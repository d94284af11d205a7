package id.setia.messages;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** The SMTP server that mails are handed to, where one is set up: {@code smtp://user:password@host:port}. */
@Singleton
class MailServer implements Carrier {

    private static final String TIMEOUT_MILLIS = "10000";

    private final String from;
    private final Session session;

    MailServer(@Value("${setia.smtp-url:}") String url, @Value("${setia.mail-from:}") String from) {
        this.from = from.isBlank() ? "setia@localhost" : from;
        this.session = url.isBlank() ? null : session(URI.create(url));
    }

    @Override
    public boolean isSetUp() {
        return session != null;
    }

    @Override
    public void carry(OutgoingMessage mail) throws NotTaken {
        try {
            send(mail);
        } catch (MessagingException error) {
            throw new NotTaken(error);
        }
    }

    private void send(OutgoingMessage mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(mail.sentAt()));
        Transport.send(message);
    }

    private static Session session(URI url) {
        boolean tls = switch (String.valueOf(url.getScheme())) {
            case "smtp" -> false;
            case "smtps" -> true;
            default -> throw new IllegalArgumentException("SETIA_SMTP_URL begins with smtp:// or smtps://");
        };
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.transport.protocol.rfc822", "smtp");
        properties.put("mail.smtp.host", url.getHost());
        properties.put("mail.smtp.port", String.valueOf(url.getPort() > 0 ? url.getPort() : tls ? 465 : 25));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", String.valueOf(!tls));
        properties.put("mail.smtp.auth", String.valueOf(url.getRawUserInfo() != null));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties, url.getRawUserInfo() == null ? null : login(url.getRawUserInfo()));
    }

    private static Authenticator login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        PasswordAuthentication login = new PasswordAuthentication(
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        };
    }
}
