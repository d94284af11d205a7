package id.setia.access;

/** What is mailed to staff, in the running transaction; it goes out once that is committed. */
public interface StaffMail {

    /** Invites somebody by a link that lasts seven days. */
    void invite(Addressee to, String link);

    /** Lets somebody choose a new password by a link that lasts thirty minutes. */
    void renewPassword(Addressee to, String link);

    /**
     * Whom a mail is for.
     *
     * @param language {@code id} or {@code en}
     */
    record Addressee(String email, String name, String language) {

        @Override
        public String toString() {
            return "Addressee[]";
        }
    }
}
