package org.huiling;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;

/**
 * Says of a record's properties which must be there: those that are not {@link Nullable}.
 */
class RecordShapes implements ModelConverter {

	private final ObjectMapperProvider json;

	RecordShapes(ObjectMapperProvider json) {
		this.json = json;
	}

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		JavaType java = this.json.jsonMapper().constructType(type.getType());
		Schema<?> defined = (schema != null && schema.get$ref() != null)
				? context.getDefinedModels().get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1))
				: schema;
		if (defined != null && java != null && java.getRawClass().isRecord() && defined.getProperties() != null) {
			Stream.of(java.getRawClass().getRecordComponents())
				.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
				.map(RecordComponent::getName)
				.filter(defined.getProperties()::containsKey)
				.filter((name) -> defined.getRequired() == null || !defined.getRequired().contains(name))
				.forEach(defined::addRequiredItem);
		}
		return schema;
	}

}
