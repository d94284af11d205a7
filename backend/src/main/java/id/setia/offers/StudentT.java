package id.setia.offers;

/** Student's t distribution, by the regularised incomplete beta function (Press et al., Numerical Recipes, 3rd ed., 6.4, 6.14). */
final class StudentT {

    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-14;
    private static final int MOST_TERMS = 1_000;
    private static final double[] LANCZOS = {
        76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
        -0.5395239384953e-5
    };

    private StudentT() {}

    /** The t that a share of the distribution, in the middle, lies within: 1.96 for 0.95 and very many degrees of freedom. */
    static double within(double share, double degrees) {
        double low = 0;
        double high = 1;
        while (inside(high, degrees) < share) {
            high *= 2;
        }
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (inside(middle, degrees) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double inside(double t, double degrees) {
        return 1 - beta(degrees / 2, 0.5, degrees / (degrees + t * t));
    }

    private static double beta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
        return x < (a + 1) / (a + b + 2)
                ? front * fraction(a, b, x) / a
                : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** Lentz's continued fraction. */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / guarded(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int term = 1; term <= MOST_TERMS; term++) {
            double even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term));
            d = 1 / guarded(1 + even * d);
            c = guarded(1 + even / c);
            result *= d * c;
            double odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1));
            d = 1 / guarded(1 + odd * d);
            c = guarded(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return result;
    }

    private static double guarded(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        double base = x + 5.5;
        double series = 1.000000000190015;
        for (int index = 0; index < LANCZOS.length; index++) {
            series += LANCZOS[index] / (x + index + 1);
        }
        return (x + 0.5) * Math.log(base) - base + Math.log(2.5066282746310005 * series / x);
    }
}
