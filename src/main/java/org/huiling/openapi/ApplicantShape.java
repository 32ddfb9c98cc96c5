package org.huiling.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.core.io.ClassPathResource;

/**
 * The component {@code Applicant}, whose properties are written by hand in
 * {@code openapi/applicant.json}.
 */
class ApplicantShape implements OpenApiCustomizer {

	static final String NAME = "Applicant";

	static final String REFERENCE = "#/components/schemas/" + NAME;

	@Override
	public void customise(OpenAPI api) {
		try (InputStream file = new ClassPathResource("openapi/applicant.json").getInputStream()) {
			api.getComponents().addSchemas(NAME, Json31.mapper().readValue(file, Schema.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
