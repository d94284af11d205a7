package id.setia.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Takes purchases and refunds by their own key, as Setia does, and misbehaves as told. */
final class FlakyServer implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What may go wrong. */
    enum Mood {
        WELL,
        BUSY,
        CUT_BEFORE,
        CUT_AFTER,
        SOMEBODY_ELSE
    }

    private final HttpServer server;
    private final Random random = new Random(7);
    private final Map<String, Integer> effects = new LinkedHashMap<>();
    private final List<Integer> requests = new ArrayList<>();
    private final List<String> refusedReceipts = new ArrayList<>();
    private final Semaphore failed = new Semaphore(0);
    private Mood mood = Mood.WELL;
    private boolean moody;

    FlakyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/oauth/token", exchange -> answer(exchange, 200, """
                {"access_token":"t","token_type":"Bearer","expires_in":900,"scope":""}"""));
        server.createContext("/api/v1/purchases", exchange -> handle(exchange, body -> purchase(body)));
        server.createContext("/api/v1/purchases/batch", exchange -> handle(exchange, this::batch));
        server.createContext("/api/v1/refunds", exchange -> handle(exchange, this::refund));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    SetiaClient client() {
        return SetiaClient.of(address(), "till", "secret");
    }

    synchronized FlakyServer feel(Mood now) {
        mood = now;
        moody = false;
        return this;
    }

    synchronized FlakyServer anyMood() {
        moody = true;
        return this;
    }

    synchronized void refuse(String receiptNumber) {
        refusedReceipts.add(receiptNumber);
    }

    synchronized void takeAgain() {
        refusedReceipts.clear();
    }

    /** Keys in the order of their effect, with how often each had one. */
    synchronized Map<String, Integer> effects() {
        return new LinkedHashMap<>(effects);
    }

    /** How many receipts each request held. */
    synchronized List<Integer> requests() {
        return List.copyOf(requests);
    }

    void awaitFailures(int count) throws InterruptedException {
        failed.acquire(count);
    }

    private interface Handling {
        Answer handle(JsonNode body);
    }

    private record Answer(int status, JsonNode body) {}

    private void handle(HttpExchange exchange, Handling handling) throws IOException {
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        Mood now = mood();
        if (now == Mood.BUSY) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            problem(exchange, 503, "try_again_later");
        } else if (now == Mood.CUT_BEFORE) {
            exchange.close();
        } else if (now == Mood.SOMEBODY_ELSE) {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            answer(exchange, random.nextBoolean() ? 200 : 404, "<html>Log in to the Wi-Fi</html>");
        } else {
            Answer answer = handling.handle(body);
            if (now == Mood.CUT_AFTER) {
                exchange.close();
            } else {
                answer(exchange, answer.status(), answer.body().toString());
            }
        }
        if (now != Mood.WELL) {
            failed.release();
        }
    }

    private synchronized Mood mood() {
        return moody ? Mood.values()[random.nextInt(Mood.values().length)] : mood;
    }

    private synchronized Answer batch(JsonNode body) {
        ObjectNode all = MAPPER.createObjectNode().put("posted", 0).put("replayed", 0).put("refused", 0);
        ArrayNode rows = all.putArray("items");
        requests.add(body.get("purchases").size());
        for (JsonNode purchase : body.get("purchases")) {
            Answer answer = take("purchase", "purchaseId", purchase);
            ObjectNode row = rows.addObject().put("index", rows.size() - 1).put("status", answer.status());
            row.set(answer.status() < 300 ? "purchase" : "problem", answer.status() < 300 ? answer.body() : inRow(answer.body()));
        }
        return new Answer(200, all);
    }

    /** Rows tell why in both languages. */
    private static JsonNode inRow(JsonNode problem) {
        ObjectNode row = MAPPER.createObjectNode().put("code", problem.get("code").asText());
        row.putObject("detail").put("id", "Tidak.").put("en", problem.get("detail").asText());
        row.putArray("errors");
        return row;
    }

    private synchronized Answer purchase(JsonNode body) {
        requests.add(1);
        return take("purchase", "purchaseId", body);
    }

    private synchronized Answer refund(JsonNode body) {
        requests.add(1);
        return take("refund", "refundId", body);
    }

    private Answer take(String kind, String id, JsonNode body) {
        String number = body.get("receiptNumber").asText();
        if (refusedReceipts.contains(number)) {
            return new Answer(422, MAPPER.createObjectNode().put("code", "validation_failed").put("detail", "No.").put("status", 422));
        }
        boolean known = effects.containsKey(kind + " " + number);
        effects.putIfAbsent(kind + " " + number, 1);
        return new Answer(known ? 200 : 201, MAPPER.createObjectNode().put(id, "x_" + number).put("replayed", known));
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        answer(exchange, status, "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"Later.\"}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
