package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.jobs.Jobs;
import id.setia.jobs.RunningJob;
import id.setia.kernel.SystemClock;
import id.setia.partners.Partner;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import id.setia.testing.Browser;
import id.setia.testing.TestProgram;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of products on a database of their own. */
class ProductImportTest {

    private static final String HEADER = "sku,name,category,brand,supplier,earns\n";

    private static OwnServer server;
    private static Partner owner;
    private static Browser marketer;

    @BeforeAll
    static void found() throws SQLException {
        server = OwnServer.start("product_imports");
        owner = server.found(TestProgram.PROGRAM, 100_000);
        marketer = server.staff(Role.MARKETER);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void products_are_added_and_corrected_and_the_same_file_again_changes_nothing() {
        String file = HEADER
                + "A1,Beras 5 kg,Bahan pokok>Beras,Sawah,PT Pangan,ya\n"
                + "A2,Rokok kretek,Rokok,,,tidak\n";

        assertThat(counts(imported(file, false))).isEqualTo(Map.of("added", 2L, "changed", 0L, "unchanged", 0L, "refused", 0L));
        assertThat(product("A1").category()).contains("Bahan pokok > Beras");
        assertThat(product("A1").supplier()).contains("PT Pangan");
        assertThat(product("A2").earns()).isFalse();

        assertThat(counts(imported(file, false))).isEqualTo(Map.of("added", 0L, "changed", 0L, "unchanged", 2L, "refused", 0L));
        assertThat(product("A1").version().number()).isEqualTo(1);

        imported("sku;name;brand\nA1;;-\n", false);
        assertThat(product("A1").name()).isEqualTo("Beras 5 kg");
        assertThat(product("A1").brand()).isEmpty();
        assertThat(product("A1").supplier()).contains("PT Pangan");
    }

    @Test
    void a_dry_run_tells_and_changes_nothing() {
        Browser.Answer job = imported(HEADER + "B1,Teh,Minuman,,,yes\n", true);

        assertThat(job.json().get("dryRun").getBooleanValue()).isTrue();
        assertThat(counts(job)).containsEntry("added", 1L);
        assertThat(server.bean(ProductCatalogue.class).products(owner.id(), List.of("B1"))).isEmpty();
    }

    @Test
    void every_refused_row_is_in_the_report_with_its_reason() {
        Browser.Answer job = imported(HEADER
                + "C1,Kopi,Minuman,,,mungkin\n"
                + ",Tanpa SKU,,,,\n"
                + "C2,Gula,,,,\n"
                + "C2,Gula lagi,,,,\n"
                + "C3,-,,,,\n"
                + "C4,Satu sel kurang,,,\n"
                + "C5," + "x".repeat(201) + ",,,,\n", false);

        assertThat(counts(job)).containsEntry("added", 1L).containsEntry("refused", 6L);
        String report = marketer.get("/api/v1/product-imports/" + job.text("jobId") + "/report").body();
        assertThat(report.lines().map(line -> line.split(",")[0] + " " + line.split(",")[1]).skip(1))
                .containsExactly(
                        "2 earns_unknown", "3 sku_missing", "5 sku_repeated", "6 name_emptied", "7 columns_differ", "8 value_too_long");
    }

    @Test
    void a_file_without_skus_or_with_nothing_to_say_is_refused_at_once() {
        assertThat(upload("name,category\nTeh,Minuman\n", false).fieldCodes()).containsEntry("/file", "columns_missing");
        assertThat(upload("sku,harga\nA,1\n", false).fieldCodes()).containsEntry("/file", "columns_missing");
        assertThat(upload("", false).status()).isEqualTo(422);
    }

    @Test
    void a_job_that_was_interrupted_goes_on_where_it_stood() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int number = 0; number < 1_200; number++) {
            file.append("D").append(number).append(",Barang ").append(number).append(",Gudang,,,ya\n");
        }
        String jobId = upload(file.toString(), false).text("jobId");
        Jobs jobs = server.bean(Jobs.class);
        RunningJob claimed = jobs.claim(server.bean(SystemClock.class).now()).orElseThrow();
        claimed.total(1_200);
        runDueLater();

        Browser.Answer job = marketer.get("/api/v1/product-imports/" + jobId);

        assertThat(job.text("state")).isEqualTo("done");
        assertThat(counts(job)).containsEntry("added", 1_200L);
        assertThat(server.count("product WHERE category = 'Gudang'")).isEqualTo(1_200);
    }

    /** After the lease of whoever held the job has ended. */
    private static void runDueLater() {
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now().plusSeconds(60));
    }

    private static Browser.Answer imported(String file, boolean dryRun) {
        Browser.Answer queued = upload(file, dryRun);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        Browser.Answer job = marketer.get("/api/v1/product-imports/" + queued.text("jobId"));
        assertThat(job.text("state")).as(job.body()).isEqualTo("done");
        return job;
    }

    private static Browser.Answer upload(String file, boolean dryRun) {
        return marketer.upload(
                "/api/v1/product-imports",
                "produk.csv",
                file.getBytes(StandardCharsets.UTF_8),
                Map.of("dryRun", Boolean.toString(dryRun)));
    }

    private static Map<String, Long> counts(Browser.Answer job) {
        var counts = job.json().get("counts");
        return Map.of(
                "added", counts.get("added").getLongValue(),
                "changed", counts.get("changed").getLongValue(),
                "unchanged", counts.get("unchanged").getLongValue(),
                "refused", counts.get("refused").getLongValue());
    }

    private static Product product(String sku) {
        return server.bean(ProductCatalogue.class).products(owner.id(), List.of(sku)).get(sku);
    }
}
