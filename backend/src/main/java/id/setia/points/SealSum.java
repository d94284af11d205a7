package id.setia.points;

import java.nio.ByteBuffer;

/**
 * A sum of codes modulo 2^256, whatever their order: rows can be added as they come and read in the order of their keys. With
 * codes by a secret key, and stored only under a mask that is used once, two sets of rows with one sum cannot be found
 * (MSet-Add-Hash, Clarke, Devadas, van Dijk, Gassend and Suh, 2003).
 */
record SealSum(long first, long second, long third, long fourth) {

    static final SealSum ZERO = new SealSum(0, 0, 0, 0);

    static SealSum of(byte[] code) {
        ByteBuffer buffer = ByteBuffer.wrap(code);
        return new SealSum(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32).putLong(first).putLong(second).putLong(third).putLong(fourth).array();
    }

    SealSum plus(SealSum other) {
        long lowest = fourth + other.fourth;
        long carry = carry(fourth, lowest);
        long low = third + other.third + carry;
        carry = carry == 1 ? (Long.compareUnsigned(low, third) <= 0 ? 1 : 0) : carry(third, low);
        long high = second + other.second + carry;
        carry = carry == 1 ? (Long.compareUnsigned(high, second) <= 0 ? 1 : 0) : carry(second, high);
        return new SealSum(first + other.first + carry, high, low, lowest);
    }

    private static long carry(long before, long after) {
        return Long.compareUnsigned(after, before) < 0 ? 1 : 0;
    }

    SealSum minus(SealSum other) {
        return plus(other.negated());
    }

    private SealSum negated() {
        return new SealSum(~first, ~second, ~third, ~fourth).plus(new SealSum(0, 0, 0, 1));
    }
}
