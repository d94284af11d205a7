package id.setia.offers;

/**
 * The difference of two means with its 95 % confidence interval, without supposing equal variances: m₁ − m₂ ± t · s with
 * s² = s₁²/n₁ + s₂²/n₂ and t of Student's distribution with s⁴ / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1)) degrees of freedom
 * (Welch, The Generalization of "Student's" Problem When Several Different Population Variances are Involved, Biometrika 34,
 * 1947; the degrees of freedom by Satterthwaite, Biometrics Bulletin 2, 1946).
 */
record Welch(double difference, double low, double high) {

    private static final double SHARE = 0.95;

    /**
     * Figures of one group.
     *
     * @param count 2 or more
     * @param variance of the sample, 0 or more
     */
    record Sample(long count, double mean, double variance) {}

    static Welch of(Sample one, Sample other) {
        double first = one.variance() / one.count();
        double second = other.variance() / other.count();
        double difference = one.mean() - other.mean();
        double square = first + second;
        if (square == 0) {
            return new Welch(difference, difference, difference);
        }
        double degrees = square * square
                / (first * first / (one.count() - 1) + second * second / (other.count() - 1));
        double half = StudentT.within(SHARE, degrees) * Math.sqrt(square);
        return new Welch(difference, difference - half, difference + half);
    }
}
