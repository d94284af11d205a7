package id.setia.webhooks;

/** What a receiver may do to a webhook. */
enum Treatment {
    TAKE,
    /** Takes it and hangs up without a word, so that it comes again. */
    TAKE_SILENTLY,
    REFUSE,
    GONE,
    REDIRECT,
    /** Says nothing and holds the connection. */
    HANG,
    /** Says half of a good answer and hangs up. */
    TRUNCATE,
    /** Says a good answer that never ends. */
    RAMBLE,
    /** Sends headers that never end. */
    RAMBLE_IN_HEADERS,
    /** Answers a byte at a time, ever slower than anybody waits. */
    DRIP,
    BABBLE
}
