package id.setia.platform;

import java.util.List;

/**
 * An invented member.
 *
 * @param store code of the store where they mostly shop
 * @param joined how many months ago they joined
 * @param monthly what they spend in a usual month, in thousands
 * @param visits how often they come in a usual month
 */
record DemoPerson(String key, String name, String store, int joined, int monthly, int visits, int birthMonth, String language) {

    /** 0 stands for the month in which the demonstration is filled. */
    private static final int NOW = 0;

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("sari", "Sari Wulandari", "menteng", 14, 1_450, 5, NOW, "id"),
            new DemoPerson("budi", "Budi Santoso", "kemang", 13, 880, 4, 3, "id"),
            new DemoPerson("dewi", "Dewi Lestari", "menteng", 14, 3_300, 7, 7, "id"),
            new DemoPerson("agus", "Agus Setiawan", "dago", 12, 420, 3, 11, "id"),
            new DemoPerson("putri", "Putri Maharani", "kemang", 9, 1_150, 4, NOW, "en"),
            new DemoPerson("rizky", "Rizky Pratama", "dago", 7, 260, 2, 5, "id"),
            new DemoPerson("made", "Made Wijaya", "denpasar", 13, 1_900, 5, 9, "id"),
            new DemoPerson("ayu", "Ketut Ayu Saraswati", "denpasar", 5, 640, 3, 2, "en"),
            new DemoPerson("baso", "Andi Baso Rahman", "panakkukang", 11, 2_750, 6, 8, "id"),
            new DemoPerson("yohana", "Yohana Wanma", "abepura", 10, 720, 3, 12, "id"),
            new DemoPerson("siti", "Siti Aminah", "menteng", 3, 510, 3, 4, "id"),
            new DemoPerson("hendra", "Hendra Gunawan", "kemang", 1, 950, 3, 6, "id"));

    /** Nobody is written to from a demonstration. */
    String phone() {
        return "0812-0000-" + (1_001 + ALL.indexOf(this));
    }

    String email() {
        return key + "@demo.setia.example";
    }
}
