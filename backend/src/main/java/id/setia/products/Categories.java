package id.setia.products;

import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.TreeSet;

/** The door to the categories of known products. */
@Singleton
public class Categories {

    private static final String BELOW = " > ";

    private final Transactions transactions;

    Categories(Transactions transactions) {
        this.transactions = transactions;
    }

    /** At most so many categories as paths, {@code Minuman > Kopi}, with those above them, in their order. */
    public List<String> known(int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT DISTINCT category
                    FROM product
                    WHERE category IS NOT NULL
                    LIMIT ?""")) {
                select.setInt(1, most);
                TreeSet<String> known = new TreeSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        addWithThoseAbove(known, row.getString("category"));
                    }
                }
                return known.stream().limit(most).toList();
            }
        });
    }

    private static void addWithThoseAbove(TreeSet<String> known, String category) {
        for (int end = category.length(); end > 0; end = category.lastIndexOf(BELOW, end - 1)) {
            known.add(category.substring(0, end));
        }
    }
}
