package id.setia.imports;

import id.setia.jobs.JobFailure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first row of a file: which column stands where. */
record Header(List<String> titles, Map<Column, Integer> places) {

    /** The header, whatever it lacks; of a column named twice the first counts. */
    static Header of(List<String> titles) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int index = 0; index < titles.size(); index++) {
            int place = index;
            Column.named(titles.get(index)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        return new Header(List.copyOf(titles), places);
    }

    /** What a file cannot do without and this one lacks, {@code unit_price/amount}. */
    List<String> missing() {
        return Column.required().stream()
                .filter(choices -> choices.stream().noneMatch(places::containsKey))
                .map(choices -> choices.stream().map(Column::title).collect(Collectors.joining("/")))
                .toList();
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
    Optional<String> cell(FileRow row, Column column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(place).strip()).filter(text -> !text.isEmpty());
    }
}
