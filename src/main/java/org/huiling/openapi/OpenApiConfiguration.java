package org.huiling.openapi;

import java.time.YearMonth;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Period;
import org.huiling.idempotency.Idempotency;
import org.huiling.idempotency.Idempotent;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String BASIC = "basic";

	private static final String BEARER = "bearer";

	/**
	 * Months and periods are texts, what nobody looks into is any JSON, and a property is
	 * required where a record must have it.
	 */
	@Bean
	static ModelConverter shapes(ObjectMapperProvider json) {
		SpringDocUtils.getConfig()
			.replaceWithSchema(YearMonth.class, new StringSchema().pattern("^\\d{4}-\\d{2}$").example("2013-07"))
			.replaceWithSchema(JsonNode.class, new Schema<>().description("as it was sent"))
			.replaceWithSchema(byte[].class, new Schema<>().description("as it is written"))
			.replaceWithSchema(Period.class,
					new StringSchema().pattern("^\\d{4}(-(\\d{2}|Q[1-4]))?$").example("2013-07"));
		return new RecordShapes(json);
	}

	@Bean
	ApplicantShape applicantShape(DictionaryInForce dictionary) {
		return new ApplicantShape(dictionary);
	}

	@Bean
	ProblemAnswers problemAnswers() {
		return new ProblemAnswers();
	}

	/** The header that every end point takes which does a thing once. */
	@Bean
	OperationCustomizer idempotencyKey() {
		return (operation, method) -> {
			if (method.hasMethodAnnotation(Idempotent.class)) {
				operation.addParametersItem(new Parameter().in("header")
					.name(Idempotency.HEADER)
					.schema(new StringSchema().maxLength(Idempotency.LONGEST_KEY))
					.description("sent again with the same key, the request is done once and answered alike"));
			}
			return operation;
		};
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Huiling 惠龄")
				.version("v1")
				.description("谁依哪一条政策享受什么待遇、多少、为什么。"
						+ " Who is entitled to what under a jurisdiction's welfare policies, how much, and why."))
			.components(new Components()
				.addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList(BASIC))
			.addSecurityItem(new SecurityRequirement().addList(BEARER));
	}

}
