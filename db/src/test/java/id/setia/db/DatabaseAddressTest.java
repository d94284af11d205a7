package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void settings_the_operator_gave_are_kept_and_the_others_added() {
        var address = new DatabaseAddress("jdbc:mysql://db:3306/setia?socketTimeout=7000&sslMode=VERIFY_CA", "u", "p").withSettings();

        assertThat(address.url())
                .startsWith("jdbc:mysql://db:3306/setia?socketTimeout=7000&sslMode=VERIFY_CA&")
                .contains("&connectionTimeZone=UTC&", "rewriteBatchedStatements=true")
                .containsOnlyOnce("socketTimeout=");
    }

    @Test
    void an_address_without_any_setting_gets_them_all() {
        var address = new DatabaseAddress("jdbc:mysql://db/setia", "u", "p").withSettings();

        assertThat(address.url()).startsWith("jdbc:mysql://db/setia?connectionTimeZone=UTC&").contains("&connectTimeout=2000&");
    }

    @Test
    void long_work_may_take_ten_minutes() {
        var address = DatabaseAddress.local(3306, "setia", "u", "p").forLongWork();

        assertThat(address.url()).contains("&socketTimeout=600000&").contains("&connectTimeout=2000&");
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(DatabaseAddress.local(3306, "setia", "u", "secret")).hasToString("u@jdbc:mysql://127.0.0.1:3306/setia");
    }
}
