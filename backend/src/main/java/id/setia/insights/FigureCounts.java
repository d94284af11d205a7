package id.setia.insights;

/**
 * How many members have which figure, counted in classes instead of sorted, so that memory does not grow with the members.
 * Figures below 8,192 have classes of their own; of larger ones those share a class that agree in their first 13 binary
 * digits.
 */
final class FigureCounts {

    private static final int DIGITS = 12;
    private static final int CLASSES_OF_A_LENGTH = 1 << DIGITS;
    private static final int LENGTHS = Long.SIZE - 1 - DIGITS;

    private final long[] counts = new long[(LENGTHS + 1) * CLASSES_OF_A_LENGTH];

    /**
     * Where a place in the rising order of all figures lies.
     *
     * @param least the smallest figure of its class
     * @param most the largest
     * @param passed how many of the class stand before it
     */
    record Place(long least, long most, long passed) {

        /** Whether the figure at the place is known by its class alone. */
        boolean isExact() {
            return least == most;
        }
    }

    /** Counts a member's figure, 0 or more. */
    void add(long figure) {
        int shift = shift(figure);
        counts[shift * CLASSES_OF_A_LENGTH + (int) (figure >>> shift)]++;
    }

    private static int shift(long figure) {
        return Math.max(0, Long.SIZE - 1 - DIGITS - Long.numberOfLeadingZeros(figure));
    }

    /**
     * @param place from 0 to one less than there are figures
     */
    Place at(long place) {
        long passed = 0;
        int number = 0;
        while (passed + counts[number] <= place) {
            passed += counts[number++];
        }
        int shift = Math.max(0, number / CLASSES_OF_A_LENGTH - 1);
        long least = (long) (number - shift * CLASSES_OF_A_LENGTH) << shift;
        return new Place(least, least + (1L << shift) - 1, place - passed);
    }
}
