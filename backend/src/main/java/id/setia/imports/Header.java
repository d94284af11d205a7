package id.setia.imports;

import id.setia.jobs.JobFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first row of a file: which column stands where. */
record Header<C extends Enum<C> & FileColumn>(List<String> titles, Map<C, Integer> places, List<List<C>> required) {

    /**
     * The header, whatever it lacks; of a column named twice the first counts.
     *
     * @param required what a file cannot do without; of several in one list any one is enough
     */
    static <C extends Enum<C> & FileColumn> Header<C> of(List<String> titles, Class<C> kind, List<List<C>> required) {
        Map<C, Integer> places = new EnumMap<>(kind);
        for (int index = 0; index < titles.size(); index++) {
            int place = index;
            FileColumn.named(kind, titles.get(index)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        return new Header<>(List.copyOf(titles), places, required);
    }

    /** The header of a file of purchases. */
    static Header<Column> ofPurchases(List<String> titles) {
        return of(titles, Column.class, Column.required());
    }

    /** What a file cannot do without and this one lacks, {@code unit_price/amount}. */
    List<String> missing() {
        return required.stream()
                .filter(choices -> choices.stream().noneMatch(places::containsKey))
                .map(choices -> choices.stream().map(FileColumn::title).collect(Collectors.joining("/")))
                .toList();
    }

    /** Titles that mean no column, or one that stands there already. */
    List<String> strange() {
        List<String> strange = new ArrayList<>();
        for (int index = 0; index < titles.size(); index++) {
            if (!places.containsValue(index)) {
                strange.add(titles.get(index));
            }
        }
        return strange;
    }

    /**
     * @throws JobFailure when the file lacks a column
     */
    void require() {
        if (!missing().isEmpty()) {
            throw new JobFailure("columns_missing");
        }
    }

    /** The trimmed cell of a row, empty when blank or when there is no such column. */
    Optional<String> cell(FileRow row, C column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(place).strip()).filter(text -> !text.isEmpty());
    }
}
