package id.setia.platform;

import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Files that are uploaded, pictures too, and the jobs that work on them. */
final class FilePreparations extends Preparations {

    FilePreparations(Replays replays) {
        super(replays);
        put("createReceiptJob", replay -> upload(
                replay,
                "file",
                ContractExamples.json(Map.of("purchase", ready("postPurchase", replay.member).body)) + "\n",
                Map.of("format", "ndjson", "dryRun", "false")));
        job("getReceiptJob", "getReceiptJobErrors", "createReceiptJob");
        put("createImport", replay -> upload(replay, "file", "member_number,name\nR-1,Budi\n", Map.of(
                "kind", "members", "funderId", PublicId.PARTNER.format(shop.store().partnerId()), "dryRun", "true")));
        put("createListImport", replay -> {
            Replay list = ready("createAudience", replay.member);
            Map<String, Object> withoutCriteria = new LinkedHashMap<>(Tree.map(list.body));
            withoutCriteria.remove("criteria");
            list.body = withoutCriteria;
            replay.path.put("audienceId", found(make(list), "audienceId"));
            upload(replay, "file", "member_id\n" + PublicId.MEMBER.format(replay.member.id()) + "\n", Map.of());
        });
        put("createProductImport", replay -> upload(replay, "file", "sku,name\nR-1,Teh\n", Map.of(
                "partnerId", PublicId.PARTNER.format(shop.store().partnerId()), "dryRun", "false")));
        put("createRewardCodeImport", replay -> upload(replay, "file", "code\nR-" + ids.next() + "\n", Map.of("rewardId", pool(replay))));
        put("addCasePhoto", replay -> upload(replay, "photo", picture(), Map.of()));
        put("getCasePhoto", replay -> {
            Replay photo = ready("addCasePhoto", replay.member);
            make(photo);
            replay.path.put("caseId", photo.path.get("caseId"));
        });
        put("uploadProgramLogo", replay -> upload(replay, "file", picture(), Map.of()));
        put("getProgramLogo", replay -> {
            make("uploadProgramLogo", replay.member);
            Matcher logo = Pattern.compile("logos/([0-9a-zA-Z]+)").matcher(administrator.get(Api.BASE + "/settings/look").body());
            replay.path.put("logo", logo.find() ? logo.group(1) : "none");
        });
        job("getImport", "getImportReport", "createImport");
        job("getListImport", "getListImportReport", "createListImport");
        job("getProductImport", "getProductImportReport", "createProductImport");
        job("getRewardCodeImport", "getRewardCodeImportReport", "createRewardCodeImport");
        job("getBackTest", "startImport", "createBackTest");
        put("startImport", replay -> replay.path.put("jobId", done(make("createImport", replay.member))));
    }

    private String pool(Replay replay) {
        Replay creation = ready("createReward", replay.member).with("kind", "voucher_pool");
        Map<String, Object> pool = new LinkedHashMap<>(Tree.map(creation.body));
        pool.remove("stock");
        creation.body = pool;
        return make(creation).text("rewardId");
    }

    /** The bytes of a PNG, a letter for each. */
    private static String picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void job(String reading, String report, String making) {
        for (String operation : List.of(reading, report)) {
            put(operation, replay -> {
                Replay job = ready(making, replay.member);
                Browser.Answer begun = make(job);
                replay.path.putAll(job.path);
                replay.path.put("jobId", done(begun));
            });
        }
    }
}
