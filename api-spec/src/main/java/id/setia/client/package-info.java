/**
 * Setia's client for Java: {@link id.setia.client.SetiaClient} speaks to the API, {@link id.setia.client.TillQueue} keeps a
 * till's receipts until they are in the books. Operations, requests and answers ({@code api}, {@code model}, {@code http})
 * are generated from the contract when this is built.
 */
package id.setia.client;
