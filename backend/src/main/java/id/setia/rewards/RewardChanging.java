package id.setia.rewards;

/** A published reward is written anew; told inside the transaction, and who objects throws a problem. */
public record RewardChanging(Reward before, Reward after) {}
