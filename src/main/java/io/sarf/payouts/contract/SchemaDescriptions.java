package io.sarf.payouts.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Declares fields of answers required and nullable as their record does. Bodies are checked in code. */
final class SchemaDescriptions {
    private static final String NULLABLE = Nullable.class.getName();
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final List<ClassInfo> records;
    private final Properties words;
    private final AllowedValues forms = new AllowedValues();

    SchemaDescriptions(IndexView code) {
        this.records =
                code.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
        this.words = Resources.properties("fields.properties");
    }

    void complete(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var sent = sent(document, schemas);
        schemas.forEach((name, schema) -> {
            var found = schema.getProperties() == null ? null : record(name, schema);
            if (found != null) {
                complete(schema, found, sent.contains(name));
            }
            describe(name, schema);
        });
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                .forEach(parameter -> parameter.setDescription(words.getProperty("path." + parameter.getName())));
    }

    private void complete(Schema schema, ClassInfo source, boolean sent) {
        var always = new ArrayList<String>();
        for (var component : source.recordComponentsInDeclarationOrder()) {
            var name = snake(component);
            var optional = source.field(component.name()).hasAnnotation(JsonInclude.class);
            if (!optional) {
                always.add(name);
                if (component.type().annotations().stream()
                        .anyMatch(annotation -> annotation.name().toString().equals(NULLABLE))) {
                    schema.addProperty(name, sent ? property(schema, name) : nullable(property(schema, name)));
                }
            }
        }
        if (sent) {
            schema.additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        } else {
            schema.required(always);
        }
    }

    private void describe(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((field, property) -> {
            var common = property.getDescription() == null ? words.getProperty(field) : null;
            var said = words.getProperty(name + "." + field, common);
            if (said != null && property.getRef() == null) {
                property.setDescription(said);
            }
            forms.restrict(name, field, property);
        });
    }

    private static Schema property(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name));
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(schema, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    /** The record of a schema, by name; if two have the name, by their fields. */
    private @Nullable ClassInfo record(String name, Schema schema) {
        return records.stream()
                .filter(type -> name(type).equals(name))
                .filter(type -> type.recordComponents().stream()
                        .map(SchemaDescriptions::snake)
                        .collect(Collectors.toSet())
                        .equals(schema.getProperties().keySet()))
                .findFirst()
                .orElse(null);
    }

    private static String name(ClassInfo type) {
        var named = type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
        return named == null || named.value("name") == null
                ? type.simpleName()
                : named.value("name").asString();
    }

    private static String snake(RecordComponentInfo component) {
        var named = component.declaringClass().field(component.name()).annotation(JsonProperty.class.getName());
        return named == null ? SNAKE.translate(component.name()) : named.value().asString();
    }

    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        var sent = new HashSet<String>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(media -> follow(media.getSchema(), schemas, sent));
        return sent;
    }

    private static void follow(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> met) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().replaceAll(".*/", "");
            if (met.add(name)) {
                follow(schemas.get(name), schemas, met);
            }
        }
        follow(schema.getItems(), schemas, met);
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(way -> follow(way, schemas, met));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> follow(property, schemas, met));
        }
    }
}
