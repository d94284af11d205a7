package id.setia.platform;

import id.setia.testing.Browser;
import id.setia.testing.TestMembers.TestMember;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of one operation as its example has it, being made ready to be sent: every step may be changed by a preparation. */
final class Replay {

    final ApiOperation operation;
    /** Whom it is about, and who is signed in where it is a member's own. */
    final TestMember member;
    /** What stands in the path, by the parameter's name. */
    final Map<String, String> path = new LinkedHashMap<>();
    /** What is added to the path, with its question mark. */
    String query = "";
    Browser caller;
    /** Maps, lists and plain values; null where nothing is sent. */
    Object body;
    /** The field of the form with the file, where it takes one. */
    String fileField = "";
    String file = "";
    final Map<String, String> fields = new LinkedHashMap<>();

    Replay(ApiOperation operation, TestMember member) {
        this.operation = operation;
        this.member = member;
    }

    /** The same request of the same caller, to be sent at the same time. */
    Replay twin() {
        Replay twin = new Replay(operation, member);
        twin.path.putAll(path);
        twin.query = query;
        twin.caller = caller.copy();
        twin.body = body;
        twin.fileField = fileField;
        twin.file = file;
        twin.fields.putAll(fields);
        return twin;
    }

    String id() {
        return String.valueOf(operation.content().get("operationId"));
    }

    boolean takes(String parameter) {
        return Tree.list(operation.content().get("parameters")).stream()
                .anyMatch(each -> parameter.equals(Tree.map(each).get("name")));
    }

    String target() {
        String target = operation.path();
        for (Map.Entry<String, String> part : path.entrySet()) {
            target = target.replace("{" + part.getKey() + "}", part.getValue());
        }
        return Api.BASE + target + query;
    }

    /** Puts another value into the body's top level. */
    Replay with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(Tree.map(body));
        changed.put(field, value);
        body = changed;
        return this;
    }

    /** Sends it, with the key where the operation takes one. */
    Browser.Answer send(String key) {
        if (takes("If-Match")) {
            caller.with("If-Match", tag());
        }
        if (takes("Idempotency-Key")) {
            caller.with("Idempotency-Key", key);
        }
        try {
            if (!fileField.isEmpty()) {
                return caller.uploadAs(fileField, target(), "file.csv", file.getBytes(StandardCharsets.ISO_8859_1), fields);
            }
            String type = operation.mediaType();
            return caller.send(operation.method(), target(), body == null ? "" : type, body == null ? "" : written(type));
        } finally {
            caller.with("If-Match", "").with("Idempotency-Key", "");
        }
    }

    /** Sends it under the key and hangs up before the answer can come. */
    void sendAndHangUp(String key) {
        caller.with("Idempotency-Key", key);
        try {
            caller.sendAndHangUp(operation.method(), target(), operation.mediaType(), body == null ? "" : ContractExamples.json(body));
        } finally {
            caller.with("Idempotency-Key", "");
        }
    }

    private String written(String type) {
        if (!type.endsWith("urlencoded")) {
            return ContractExamples.json(body);
        }
        StringBuilder form = new StringBuilder();
        Tree.map(body).forEach((name, value) -> form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return form.toString();
    }

    /** The version of what is changed: of the thing itself, or of what it is a part of. */
    private String tag() {
        for (String place = target(); place.length() > Api.BASE.length(); place = place.substring(0, place.lastIndexOf('/'))) {
            Browser.Answer read = caller.get(place);
            if (read.status() == 200 && !read.header("ETag").isEmpty()) {
                return read.header("ETag");
            }
        }
        return "\"1\"";
    }
}
