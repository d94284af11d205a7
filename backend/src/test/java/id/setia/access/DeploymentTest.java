package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "yes", "on"})
    void a_deployment_is_a_demo_when_it_is_told_so(String told) {
        assertThat(new Deployment(told, "", "", null).demo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "no"})
    void otherwise_it_is_none(String told) {
        assertThat(new Deployment(told, "", "", null).demo()).isFalse();
    }

    @Test
    void a_deployment_is_a_sandbox_when_it_is_told_so() {
        assertThat(new Deployment("", "true", "", null).sandbox()).isTrue();
        assertThat(new Deployment("true", "", "", null).sandbox()).isFalse();
    }

    @Test
    void links_begin_with_the_public_address_without_a_slash_at_its_end() {
        assertThat(new Deployment("", "", "https://poin.example.com/", null).publicUrl()).isEqualTo("https://poin.example.com");
    }

    @Test
    void a_demo_over_plain_http_uses_a_plain_cookie_and_no_other_deployment_does() {
        Cookie plain = new SessionCookies(DemoDeployments.demo()).of(HttpRequest.GET("/"), SessionKind.MEMBER, "token");
        Cookie secure =
                new SessionCookies(new Deployment("", "", "", null)).of(HttpRequest.GET("/"), SessionKind.MEMBER, "token");

        assertThat(plain.getName()).isEqualTo("setia");
        assertThat(plain.isSecure()).isFalse();
        assertThat(plain.isHttpOnly()).isTrue();
        assertThat(secure.getName()).isEqualTo("__Host-setia");
        assertThat(secure.isSecure()).isTrue();
    }
}
