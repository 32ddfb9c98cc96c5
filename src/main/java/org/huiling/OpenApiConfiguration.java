package org.huiling;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Huiling 惠龄")
			.version("v1")
			.description("谁依哪一条政策享受什么待遇、多少、为什么。"
					+ " Who is entitled to what under a jurisdiction's welfare policies, how much, and why."));
	}

}
