package org.huiling.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts the browser once, hands it to tests, and looks at what it complained about. */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final ExtensionContext.Namespace BROWSER = ExtensionContext.Namespace.create(Browser.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!Boolean.parseBoolean(System.getProperty("huiling.test.browser", "true"))) {
			return ConditionEvaluationResult.disabled("left out by -Dhuiling.test.browser=false");
		}
		if (found("chromium").isPresent() && found("chromedriver").isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is there");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("chromium and chromedriver must be on the PATH where CI is true");
		}
		return ConditionEvaluationResult.disabled("no chromium and chromedriver on the PATH");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		String port = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port");
		Browser browser = context.getRoot()
			.getStore(BROWSER)
			.computeIfAbsent(Browser.class, (key) -> Browser.start(program("chromium"), program("chromedriver")),
					Browser.class);
		browser.begin("http://localhost:" + port);
		return browser;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browser browser = context.getRoot().getStore(BROWSER).get(Browser.class, Browser.class);
		if (browser != null && context.getExecutionException().isEmpty()) {
			browser.assertNothingWrong();
		}
	}

	private static Path program(String name) {
		return found(name).orElseThrow();
	}

	private static Optional<Path> found(String name) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
