package id.setia.client;

/**
 * A receipt that was refused, kept until {@link TillQueue#sendAgain} or {@link TillQueue#discard}.
 *
 * @param number its number in the queue
 */
public record RefusedReceipt(long number, Receipt receipt, Refusal refusal) {}
