package org.huiling.engine.drools.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.huiling.engine.drools.condition.FactBinder;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.Truth;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * The reference: a Drools session of its own for each evaluation. Its facts must be
 * known; it gives the rules that fired.
 */
public final class SessionEvaluator implements Evaluator {

	private static final String GLOBAL = "benefit";

	private final KieBase base;

	private final List<RuleText> rules;

	private final FactBinder binder;

	private final int mostFirings;

	public SessionEvaluator(Model model, List<RuleText> rules, FactBinder binder) {
		this.base = KieBaseBuilder.createKieBaseFromModel(model);
		this.rules = rules;
		this.binder = binder;
		this.mostFirings = Math.max(64, rules.size() * 16);
	}

	@Override
	public List<RuleResult> evaluate(FactSet facts) {
		KieSession session = this.base.newKieSession();
		try {
			Firings firings = new Firings(session);
			session.addEventListener(firings);
			this.binder.bind(facts).all().forEach(session::insert);
			int fired = session.fireAllRules(this.mostFirings);
			if (fired >= this.mostFirings) {
				throw new IllegalStateException("rules fired " + fired + " times for one applicant");
			}
			return this.rules.stream()
				.filter((rule) -> firings.grants.containsKey(rule.key()))
				.map((rule) -> new RuleResult(rule, Truth.HOLDS, List.of(),
						firings.grants.getOrDefault(rule.key(), List.of()), List.of()))
				.toList();
		}
		finally {
			session.dispose();
		}
	}

	/** Gives each firing a sheet of its own, so that a grant is known by its rule. */
	private static final class Firings extends DefaultAgendaEventListener {

		private final KieSession session;

		private final Map<String, List<Grant>> grants = new LinkedHashMap<>();

		private GrantSheet sheet = new GrantSheet();

		Firings(KieSession session) {
			this.session = session;
			session.setGlobal(GLOBAL, this.sheet);
		}

		@Override
		public void beforeMatchFired(BeforeMatchFiredEvent event) {
			this.sheet = new GrantSheet();
			this.session.setGlobal(GLOBAL, this.sheet);
		}

		@Override
		public void afterMatchFired(AfterMatchFiredEvent event) {
			Grant grant = this.sheet.grant();
			if (grant != null) {
				WalkEvaluator.addDistinct(
						this.grants.computeIfAbsent(event.getMatch().getRule().getName(), (name) -> new ArrayList<>()),
						grant);
			}
		}

	}

}
