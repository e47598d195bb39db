package cn.jixiao.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// As much of JSON Schema as the description of the interface uses; a word it does not know is a fault.
record Schema(JsonNode root) {

    private static final Set<String> KNOWN = Set.of("$ref", "type", "properties", "required", "additionalProperties", "items", "enum",
            "oneOf", "minimum", "maximum", "minItems", "maxItems", "pattern", "description", "default");

    List<String> faults(JsonNode schema, JsonNode value) {
        var faults = new ArrayList<String>();
        check(schema, value, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey())) {
                faults.add(at + ": the schema says " + entry.getKey());
            }
        });
        if (schema.has("$ref")) {
            check(root.at(schema.get("$ref").asText().substring(1)), value, at, faults);
            return;
        }
        if (schema.has("oneOf")) {
            long fitting = 0;
            for (var each : schema.get("oneOf")) {
                fitting += faults(each, value).isEmpty() ? 1 : 0;
            }
            if (fitting != 1) {
                faults.add(at + ": fits " + fitting + " of " + schema.get("oneOf").size());
            }
            return;
        }
        if (schema.has("type") && !isOf(schema.get("type"), value)) {
            faults.add(at + ": " + value + " is no " + schema.get("type"));
            return;
        }
        limits(schema, value, at, faults);
        members(schema, value, at, faults);
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (var each : type) {
                if (isOf(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new AssertionError("type " + type);
        };
    }

    private static void limits(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(at + ": " + value + " is none of " + schema.get("enum"));
        }
        if (value.isNumber() && (schema.has("minimum") && value.decimalValue().compareTo(schema.get("minimum").decimalValue()) < 0
                || schema.has("maximum") && value.decimalValue().compareTo(schema.get("maximum").decimalValue()) > 0)) {
            faults.add(at + ": " + value + " is out of bounds");
        }
        if (value.isTextual() && schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
            faults.add(at + ": " + value + " is not like " + schema.get("pattern"));
        }
        if (value.isArray() && (schema.has("minItems") && value.size() < schema.get("minItems").asInt()
                || schema.has("maxItems") && value.size() > schema.get("maxItems").asInt())) {
            faults.add(at + ": " + value.size() + " items");
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (var each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private void members(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "/" + i, faults);
            }
        }
        if (!value.isObject()) {
            return;
        }
        for (var key : schema.path("required")) {
            if (!value.has(key.asText())) {
                faults.add(at + ": no " + key.asText());
            }
        }
        var more = schema.path("additionalProperties");
        var known = new TreeSet<String>();
        schema.path("properties").properties().forEach(entry -> known.add(entry.getKey()));
        value.properties().forEach(entry -> {
            if (known.contains(entry.getKey())) {
                check(schema.get("properties").get(entry.getKey()), entry.getValue(), at + "/" + entry.getKey(), faults);
            } else if (more.isObject()) {
                check(more, entry.getValue(), at + "/" + entry.getKey(), faults);
            } else if (more.isBoolean() && !more.asBoolean()) {
                faults.add(at + ": " + entry.getKey() + " is not described");
            }
        });
    }
}
