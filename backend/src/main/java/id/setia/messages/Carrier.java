package id.setia.messages;

/** Takes messages of one channel out of the house. */
interface Carrier {

    boolean isSetUp();

    /** @throws NotTaken when it did not take the message, and may take it later */
    void carry(OutgoingMessage message) throws NotTaken;
}
