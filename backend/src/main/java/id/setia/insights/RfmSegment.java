package id.setia.insights;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Names for the 25 cells of recency and frequency, the usual map: from {@code champions}, who bought lately and often, to
 * {@code hibernating}, who did neither. Monetary value follows frequency closely and is left out of the names.
 *
 * <table>
 * <caption>Segment by recency (across) and frequency (down)</caption>
 * <tr><th></th><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th></tr>
 * <tr><th>5</th><td colspan="2">cannot lose</td><td>loyal</td><td>loyal</td><td>champions</td></tr>
 * <tr><th>4</th><td colspan="2">at risk</td><td>loyal</td><td>loyal</td><td>champions</td></tr>
 * <tr><th>3</th><td colspan="2">at risk</td><td>need attention</td><td colspan="2">potential loyalists</td></tr>
 * <tr><th>2</th><td colspan="2">hibernating</td><td>about to sleep</td><td colspan="2">potential loyalists</td></tr>
 * <tr><th>1</th><td colspan="2">hibernating</td><td>about to sleep</td><td>promising</td><td>new</td></tr>
 * </table>
 */
@Serdeable
@Schema(description = "A segment of members by how lately and how often they bought.")
public enum RfmSegment {
    @JsonProperty("champions")
    CHAMPIONS("champions", "Juara", "Champions"),
    @JsonProperty("loyal")
    LOYAL("loyal", "Setia", "Loyal"),
    @JsonProperty("potential_loyalists")
    POTENTIAL_LOYALISTS("potential_loyalists", "Calon setia", "Potential loyalists"),
    @JsonProperty("new")
    NEW("new", "Baru", "New"),
    @JsonProperty("promising")
    PROMISING("promising", "Menjanjikan", "Promising"),
    @JsonProperty("need_attention")
    NEED_ATTENTION("need_attention", "Perlu perhatian", "Need attention"),
    @JsonProperty("about_to_sleep")
    ABOUT_TO_SLEEP("about_to_sleep", "Mulai jarang", "About to sleep"),
    @JsonProperty("at_risk")
    AT_RISK("at_risk", "Berisiko pergi", "At risk"),
    @JsonProperty("cannot_lose")
    CANNOT_LOSE("cannot_lose", "Jangan sampai hilang", "Cannot lose"),
    @JsonProperty("hibernating")
    HIBERNATING("hibernating", "Lama tidak belanja", "Hibernating");

    private final String code;
    private final LocalText words;

    RfmSegment(String code, String indonesian, String english) {
        this.code = code;
        this.words = LocalText.of(indonesian, english);
    }

    /** As it stands in requests and answers. */
    public String code() {
        return code;
    }

    public LocalText words() {
        return words;
    }

    /**
     * The segment of a cell.
     *
     * @param recency 1 to 5
     * @param frequency 1 to 5
     */
    public static RfmSegment of(int recency, int frequency) {
        if (recency <= 2) {
            return frequency <= 2 ? HIBERNATING : frequency <= 4 ? AT_RISK : CANNOT_LOSE;
        }
        if (frequency >= 4) {
            return recency == 5 ? CHAMPIONS : LOYAL;
        }
        if (recency == 3) {
            return frequency == 3 ? NEED_ATTENTION : ABOUT_TO_SLEEP;
        }
        if (frequency >= 2) {
            return POTENTIAL_LOYALISTS;
        }
        return recency == 5 ? NEW : PROMISING;
    }
}
