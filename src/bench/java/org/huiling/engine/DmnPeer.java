package org.huiling.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** kie-dmn: the rules as a decision table of hit policy UNIQUE. */
final class DmnPeer {

	private DmnPeer() {
	}

	private static final List<String> NUMBERS = List.of("age", "income");

	private static final List<String> BOOLEANS = List.of("onDibao", "inJurisdiction", "alive");

	/** What it pays an applicant, null for nothing. */
	static Function<PlainPerson, @Nullable Money> with(List<FortyRules.Rule> rules) {
		DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
			.buildConfiguration()
			.fromResources(
					List.of(ResourceFactory.newByteArrayResource(model(rules).getBytes(StandardCharsets.UTF_8))))
			.getOrElseThrow(IllegalStateException::new);
		DMNModel model = runtime.getModels().get(0);
		if (model.hasErrors()) {
			throw new IllegalStateException(model.getMessages().toString());
		}
		return (applicant) -> evaluate(runtime, model, applicant);
	}

	private static @Nullable Money evaluate(DMNRuntime runtime, DMNModel model, PlainPerson applicant) {
		DMNContext context = runtime.newContext();
		context.set("age", BigDecimal.valueOf(applicant.ageOnLastDay()));
		context.set("income", applicant.monthlyIncome().shown());
		context.set("hukou", applicant.hukouType().name());
		context.set("onDibao", applicant.onDibao());
		context.set("inJurisdiction", applicant.hukouInJurisdiction());
		context.set("alive", applicant.alive());
		DMNResult result = runtime.evaluateAll(model, context);
		Object paid = result.getDecisionResultByName("paid").getResult();
		return (paid instanceof BigDecimal amount && amount.signum() > 0) ? Money.of(amount) : null;
	}

	private static String model(List<FortyRules.Rule> rules) {
		StringBuilder xml = new StringBuilder("""
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="forty" name="forty"
				    namespace="forty">
				""");
		inputs(xml);
		xml.append("<decision id=\"d\" name=\"paid\"><variable id=\"v\" name=\"paid\" typeRef=\"number\"/>");
		names().forEach((name) -> xml.append("<informationRequirement id=\"r_" + name + "\"><requiredInput href=\"#i_"
				+ name + "\"/></informationRequirement>"));
		xml.append("<decisionTable id=\"t\" hitPolicy=\"UNIQUE\">");
		names().forEach((name) -> xml.append("<input id=\"c_" + name + "\"><inputExpression id=\"e_" + name
				+ "\" typeRef=\"" + type(name) + "\"><text>" + name + "</text></inputExpression></input>"));
		xml.append("<output id=\"o\" typeRef=\"number\"><defaultOutputEntry><text>0</text>"
				+ "</defaultOutputEntry></output>");
		rules.forEach((rule) -> rule(xml, rule));
		return xml.append("</decisionTable></decision></definitions>").toString();
	}

	private static void inputs(StringBuilder xml) {
		names().forEach((name) -> xml.append("<inputData id=\"i_" + name + "\" name=\"" + name
				+ "\"><variable id=\"v_" + name + "\" name=\"" + name + "\" typeRef=\"" + type(name)
				+ "\"/></inputData>"));
	}

	private static List<String> names() {
		return List.of("age", "hukou", "onDibao", "income", "inJurisdiction", "alive");
	}

	private static String type(String name) {
		return NUMBERS.contains(name) ? "number" : BOOLEANS.contains(name) ? "boolean" : "string";
	}

	private static void rule(StringBuilder xml, FortyRules.Rule rule) {
		String low = FortyRules.LOW.shown().toString();
		String middle = FortyRules.MIDDLE.shown().toString();
		String income = switch (rule.income()) {
			case DIBAO -> "-";
			case LOW -> "&lt; " + low;
			case MIDDLE -> "[" + low + ".." + middle + ")";
			case OTHER -> "&gt;= " + middle;
		};
		xml.append("<rule id=\"rule_" + rule.number() + "\">");
		for (String entry : List.of("[" + rule.from() + ".." + rule.before() + ")", "\"" + rule.hukou() + "\"",
				String.valueOf(rule.income() == FortyRules.Income.DIBAO), income, "true", "true")) {
			xml.append("<inputEntry><text>" + entry + "</text></inputEntry>");
		}
		xml.append("<outputEntry><text>" + rule.amount().shown() + "</text></outputEntry></rule>");
	}

}
