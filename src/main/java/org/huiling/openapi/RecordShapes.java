package org.huiling.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import org.huiling.applicant.answer.ApplicantDocument;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;

/**
 * Says of a record's properties which must be there: those that are not {@link Nullable}.
 * An applicant is one component, whose properties are written by hand.
 */
class RecordShapes implements ModelConverter {

	private final ObjectMapperProvider json;

	RecordShapes(ObjectMapperProvider json) {
		this.json = json;
	}

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		JavaType java = this.json.jsonMapper().constructType(type.getType());
		boolean record = java != null && java.getRawClass().isRecord();
		if (record && java.getRawClass() == ApplicantDocument.class) {
			return new Schema<>().$ref(ApplicantShape.REFERENCE);
		}
		if (record && type.getName() == null && !isNamed(java.getRawClass())) {
			type.setName(SchemaNames.of(java));
		}
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Schema<?> defined = (schema != null && schema.get$ref() != null)
				? context.getDefinedModels().get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1))
				: schema;
		if (record && defined != null && hasFactsOfItsOwn(java.getRawClass())) {
			// they are those of Applicant
			defined.setAdditionalProperties(null);
		}
		if (record && defined != null && defined.getProperties() != null) {
			require(defined, java.getRawClass().getRecordComponents());
		}
		return schema;
	}

	private static boolean isNamed(Class<?> type) {
		io.swagger.v3.oas.annotations.media.Schema said = type
			.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
		return said != null && !said.name().isEmpty();
	}

	private static boolean hasFactsOfItsOwn(Class<?> type) {
		return Stream.of(type.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonAnyGetter.class));
	}

	private static void require(Schema<?> schema, RecordComponent[] components) {
		Stream.of(components)
			.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.filter((component) -> !component.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
			.map(RecordShapes::name)
			.filter(schema.getProperties()::containsKey)
			.filter((name) -> schema.getRequired() == null || !schema.getRequired().contains(name))
			.forEach(schema::addRequiredItem);
	}

	private static String name(RecordComponent component) {
		return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
			.map(JsonProperty::value)
			.orElseGet(() -> Objects.requireNonNull(component.getName()));
	}

}
