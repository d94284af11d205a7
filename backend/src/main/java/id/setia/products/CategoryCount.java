package id.setia.products;

/** How many products a category has, not those below it, and how many of them earn. */
record CategoryCount(String category, long products, long earning) {}
