package id.setia.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first row of a file of products: which column stands where. */
record ProductHeader(List<String> titles, Map<ProductColumn, Integer> places) {

    /** The header, whatever it lacks; of a column named twice the first counts. */
    static ProductHeader of(List<String> titles) {
        Map<ProductColumn, Integer> places = new EnumMap<>(ProductColumn.class);
        for (int index = 0; index < titles.size(); index++) {
            int place = index;
            ProductColumn.named(titles.get(index)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        return new ProductHeader(List.copyOf(titles), places);
    }

    /** What a file cannot do without and this one lacks: the SKU, and anything to say about it. */
    List<String> missing() {
        if (!places.containsKey(ProductColumn.SKU)) {
            return List.of(ProductColumn.SKU.title());
        }
        return places.size() > 1 ? List.of() : List.of("name/category/brand/supplier/earns");
    }

    /** The trimmed cell of a row, empty when blank or when there is no such column. */
    Optional<String> cell(FileRow row, ProductColumn column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(place).strip()).filter(text -> !text.isEmpty());
    }
}
