package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobRefusal;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Takes in a file of products, some hundred rows at a time. The job's checkpoint is how many rows are done; those before it
 * are read again, for their SKUs alone.
 */
@Singleton
class ProductImport implements JobWorker {

    static final String KIND = "products";

    private static final int CHUNK = 500;

    private final ProductCatalogue catalogue;
    private final Json json;

    ProductImport(ProductCatalogue catalogue, Json json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) throws IOException {
        if (running.job().total().isEmpty()) {
            running.total(countRows(running));
        }
        Job job = running.job();
        ProductOrder order = json.read(job.parameters(), ProductOrder.class);
        ProductTally tally = job.counts().isEmpty() ? ProductTally.NOTHING : json.read(job.counts(), ProductTally.class);
        try (HistoryFile file = HistoryFile.open(running.file())) {
            ProductRowReader reader = new ProductRowReader(header(file));
            for (long row = 0; row < job.checkpoint() && file.hasNext(); row++) {
                reader.read(file.next());
            }
            long done = job.checkpoint();
            while (file.hasNext()) {
                List<ProductRowReader.Read> chunk = chunk(file, reader);
                done += chunk.size();
                tally = tally.plus(advance(running, order, chunk, done, tally));
            }
        }
    }

    private static long countRows(RunningJob running) throws IOException {
        try (HistoryFile file = HistoryFile.open(running.file())) {
            header(file);
            long rows = 0;
            while (file.hasNext()) {
                file.next();
                rows++;
            }
            return rows;
        }
    }

    private static ProductHeader header(HistoryFile file) {
        ProductHeader header = ProductHeader.of(file.header().titles());
        if (!header.missing().isEmpty()) {
            throw new JobFailure("columns_missing");
        }
        return header;
    }

    private static List<ProductRowReader.Read> chunk(HistoryFile file, ProductRowReader reader) {
        List<ProductRowReader.Read> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && file.hasNext()) {
            chunk.add(reader.read(file.next()));
        }
        return chunk;
    }

    private ProductTally advance(
            RunningJob running, ProductOrder order, List<ProductRowReader.Read> chunk, long done, ProductTally before) {
        ProductTally[] more = new ProductTally[1];
        running.advance(() -> {
            List<ProductRow> rows = new ArrayList<>();
            List<JobRefusal> refusals = new ArrayList<>();
            for (ProductRowReader.Read read : chunk) {
                switch (read) {
                    case ProductRowReader.Read.Understood understood -> rows.add(understood.row());
                    case ProductRowReader.Read.Refused refused -> refusals.add(refusal(refused, order.language()));
                }
            }
            more[0] = take(order, rows).plus(new ProductTally(0, 0, 0, refusals.size()));
            return new JobStep(done, json.write(before.plus(more[0])), refusals);
        });
        return more[0];
    }

    private static JobRefusal refusal(ProductRowReader.Read.Refused refused, String language) {
        return new JobRefusal(
                refused.row().number(),
                refused.refusal().code(),
                refused.refusal().reason().in(language),
                OptionalLong.empty(),
                refused.row().content());
    }

    private ProductTally take(ProductOrder order, List<ProductRow> rows) {
        UUID partner = order.partner();
        Map<String, Product> known =
                catalogue.lock(partner, rows.stream().map(ProductRow::sku).toList());
        Map<String, Product> restated = new LinkedHashMap<>();
        long added = 0;
        for (ProductRow row : rows) {
            Optional<Product> before = Optional.ofNullable(known.get(row.sku()));
            Product after = row.of(partner, before, !catalogue.isExcluded(partner, row.category().text()));
            if (before.filter(after::equals).isEmpty()) {
                restated.put(row.sku(), after);
                added += before.isEmpty() ? 1 : 0;
            }
        }
        if (!order.dryRun() && !restated.isEmpty()) {
            catalogue.restate(restated.values());
        }
        return new ProductTally(added, restated.size() - added, rows.size() - restated.size(), 0);
    }
}
