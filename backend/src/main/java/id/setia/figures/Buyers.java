package id.setia.figures;

/** How many members had bought in the 30 days up to one, and in the 90. */
record Buyers(long within30, long within90) {}
