package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.jobs.JobFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final String HEADER = "receipt_number,occurred_at,sku,quantity,unit_price\n";

    @Test
    void rows_of_a_receipt_need_not_touch() throws IOException {
        List<Unit> units = units(
                HEADER
                        + "A1,2026-10-01 10:00,tea,1,5000\n"
                        + "A2,2026-10-01 10:01,tea,1,5000\n"
                        + "A1,2026-10-01 10:01,rice,2,60000\n",
                false);

        assertThat(units).extracting(Unit::rows).containsExactly(1, 2);
        assertThat(group(units.get(1)).id().number()).isEqualTo("A1");
        assertThat(group(units.get(1)).lines()).extracting(line -> line.source().number()).containsExactly(2L, 4L);
    }

    @Test
    void a_receipt_ends_when_a_thousand_rows_have_come_without_one_of_its_own() throws IOException {
        StringBuilder file = new StringBuilder(HEADER).append("A0,2026-10-01 10:00,tea,1,5000\n");
        for (int number = 1; number <= 1_001; number++) {
            file.append("A").append(number).append(",2026-10-01 10:00,tea,1,5000\n");
        }
        file.append("A0,2026-10-01 10:00,rice,1,60000\n");

        List<Unit> units = units(file.toString(), false);

        assertThat(units.stream().filter(unit -> group(unit).id().number().equals("A0"))).hasSize(2);
    }

    @Test
    void the_same_number_on_another_day_or_till_is_another_receipt() throws IOException {
        List<Unit> units = units(
                "receipt_number,occurred_at,sku,quantity,unit_price,till\n"
                        + "7,2026-10-01 10:00,tea,1,5000,1\n"
                        + "7,2026-10-01 10:00,tea,1,5000,2\n"
                        + "7,2026-10-02 10:00,tea,1,5000,1\n",
                false);

        assertThat(units).hasSize(3);
    }

    @Test
    void a_receipt_without_end_is_refused_row_by_row() throws IOException {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 0; row < 1_003; row++) {
            file.append("A1,2026-10-01 10:00,tea,1,5000\n");
        }

        List<Unit> units = units(file.toString(), false);

        assertThat(units).hasSize(1_003).allSatisfy(unit -> assertThat(unit)
                .isInstanceOfSatisfying(Unit.Refused.class, refused -> assertThat(refused.row().refusal())
                        .isEqualTo(RowRefusal.RECEIPT_TOO_LONG)));
    }

    @Test
    void refunds_are_known_by_their_number_or_their_kind() throws IOException {
        String file = "receipt_number,occurred_at,sku,quantity,amount,kind\n"
                + "C536379,2026-10-01 10:00,tea,-1,-5000,\n"
                + "R1,2026-10-01 10:00,tea,1,5000,refund\n"
                + "C1,2026-10-01 10:00,tea,1,5000,purchase\n"
                + "Cash7,2026-10-01 10:00,tea,1,5000,\n";

        assertThat(units(file, true)).extracting(unit -> group(unit).id().number()).containsExactly("C536379", "R1");
        assertThat(units(file, false)).extracting(unit -> group(unit).id().number()).containsExactly("C1", "Cash7");
        assertThat(group(units(file, true).getFirst()).lines().getFirst().signed()).isEqualTo(-500_000);
    }

    @Test
    void files_of_spreadsheets_are_read_as_they_come() throws IOException {
        String file = "\uFEFFQuantity;StockCode;InvoiceNo;InvoiceDate;UnitPrice;CustomerID;Country\r\n"
                + "6;85123A;536365;2010-12-01 08:26:00;2.55;17850.0;United Kingdom\r\n"
                + "\r\n"
                + "1;\"a;\"\"b\"\"\";536365;2010-12-01 08:26:00;2.55;17850.0;United Kingdom\r\n";

        List<HistoryRow> rows = group(units(file, false).getFirst()).lines();

        assertThat(rows).extracting(row -> row.sku().orElseThrow()).containsExactly("85123A", "a;\"b\"");
        assertThat(rows).extracting(row -> row.source().number()).containsExactly(2L, 4L);
        assertThat(rows.getFirst().customer()).contains("17850");
        assertThat(rows.getFirst().name()).isEqualTo("85123A");
        assertThat(rows.getFirst().amount()).isEqualTo(1530);
        assertThat(rows.getLast().source().content()).startsWith("1,\"a;\"\"b\"\"\",536365,");
    }

    @Test
    void a_compressed_file_is_the_same_file() throws IOException {
        String file = HEADER + "A1,2026-10-01 10:00,tea,1,5000\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(units(packed.toByteArray(), false)).isEqualTo(units(file, false));
    }

    @Test
    void a_file_that_breaks_off_or_never_closes_a_quotation_is_unreadable() throws IOException {
        byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
        assertThatThrownBy(() -> units(broken, false)).isInstanceOf(JobFailure.class);

        String open = HEADER + "A1,2026-10-01 10:00,\"tea,1,5000\n" + "x".repeat(2_000_000);
        assertThatThrownBy(() -> units(open, false)).isInstanceOf(JobFailure.class);
    }

    private static List<Unit> units(String file, boolean refunds) throws IOException {
        return units(file.getBytes(StandardCharsets.UTF_8), refunds);
    }

    private static List<Unit> units(byte[] file, boolean refunds) throws IOException {
        try (CsvFile history = CsvFile.open(new ByteArrayInputStream(file))) {
            List<Unit> units = new ArrayList<>();
            new Units(history, new RowReader(Header.ofPurchases(history.titles()), "IDR"), refunds).forEachRemaining(units::add);
            return units;
        }
    }

    private static Unit.Group group(Unit unit) {
        return (Unit.Group) unit;
    }
}
