package org.huiling.engine.drools.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.drools.model.Variable;
import org.drools.model.functions.PredicateN;
import org.huiling.engine.drools.language.AsciiText;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.CoarseRegion;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.words.NotThere;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a compiled rule that can be asked without a session, in three values.
 * The predicates are Drools' own compiled ones.
 */
public sealed interface Condition {

	/** As the author wrote it. */
	String text();

	/** Asks the condition. */
	Answer ask(Scope scope);

	/**
	 * The answer to a condition.
	 *
	 * @param truth holds, fails or unknown
	 * @param actual the values it read
	 * @param missing the unknown fields it met
	 * @param fault what went wrong while it was asked, null if nothing
	 */
	record Answer(Truth truth, Map<String, @Nullable Object> actual, Set<String> missing,
			@Nullable RuntimeException fault) {

		static final Answer HOLDS = new Answer(Truth.HOLDS, Map.of(), Set.of(), null);

		static final Answer FAILS = new Answer(Truth.FAILS, Map.of(), Set.of(), null);

		static Answer of(boolean holds) {
			return holds ? HOLDS : FAILS;
		}

	}

	/**
	 * One constraint.
	 *
	 * @param text as the author wrote it
	 * @param predicate Drools' compiled predicate
	 * @param compiled what it calls, null if it is not compiled to a singleton
	 * @param variables its arguments
	 * @param number its place among the distinct constraints of the version, which are
	 * asked once for all rules; −1 if it reads a bound variable or an item of a list and
	 * is asked each time
	 * @param different whether it asks if something is different: that holds of what is
	 * not there
	 * @param ordered whether it asks which of two amounts is more
	 * @param alone whether it reads one fact and no more
	 * @param regions the fields that would tell more of a region that is recorded as a
	 * whole, part of which is asked for; empty if it asks for none
	 */
	record Test(String text, PredicateN predicate, @Nullable Singleton compiled, List<Variable<?>> variables,
			int number, boolean different, boolean ordered, boolean alone, Set<String> regions) implements Condition {

		public Test {
			text = Shorthand.undo(AsciiText.undo(text));
		}

		@Override
		public Answer ask(Scope scope) {
			try {
				boolean holds = this.predicate.test(arguments(scope));
				if (scope.facts().reads() == null) {
					return Answer.of(holds);
				}
				return new Answer(holds ? Truth.HOLDS : Truth.FAILS, scope.takeReads(), Set.of(), null);
			}
			catch (Scope.NoFact none) {
				return Answer.FAILS;
			}
			catch (NotThere nothing) {
				return new Answer(this.different ? Truth.HOLDS : Truth.FAILS, scope.takeReads(), Set.of(), null);
			}
			catch (UnknownFact unknown) {
				Truth truth = this.ordered ? atTheBounds(scope) : Truth.UNKNOWN;
				return new Answer(truth, scope.takeReads(),
						(truth == Truth.UNKNOWN) ? missing(unknown, scope) : Set.of(), null);
			}
			catch (RuntimeException ex) {
				if (ex.getCause() instanceof CoarseRegion) {
					// as Drools wraps what a group throws
					return new Answer(Truth.UNKNOWN, scope.takeReads(), this.regions, null);
				}
				return new Answer(Truth.FAILS, scope.takeReads(), Set.of(), ex);
			}
			catch (Exception ex) {
				return new Answer(Truth.FAILS, scope.takeReads(), Set.of(), new IllegalStateException(ex));
			}
		}

		/**
		 * Whether it comes out alike wherever the numbers that are unknown may lie: it
		 * turns at most once while one of them goes up, so their bounds tell.
		 */
		private Truth atTheBounds(Scope scope) {
			Supposition corners = scope.facts().supposition();
			Scope supposing = scope.supposing();
			Boolean all = null;
			try {
				do {
					boolean holds = this.predicate.test(arguments(supposing));
					if (all != null && all != holds) {
						return Truth.UNKNOWN;
					}
					all = holds;
				}
				while (corners.next());
			}
			catch (Exception noBounds) {
				return Truth.UNKNOWN;
			}
			return all ? Truth.HOLDS : Truth.FAILS;
		}

		/** By its text, for the many look-ups of what is unknown. */
		@Override
		public int hashCode() {
			return this.text.hashCode();
		}

		/** Also what it reads after the first fact that is unknown. */
		private Set<String> missing(UnknownFact first, Scope scope) {
			return this.alone ? first.fields()
					: scope.unknown(first, (anything) -> this.predicate.test(arguments(anything)));
		}

		private Object[] arguments(Scope scope) {
			Object[] arguments = new Object[this.variables.size()];
			for (int i = 0; i < arguments.length; i++) {
				arguments[i] = scope.value(this.variables.get(i));
			}
			return arguments;
		}

	}

	/**
	 * A pattern over a fact that must be there; nothing is there for it in this program.
	 */
	record Present(String text, Class<?> type) implements Condition {

		@Override
		public Answer ask(Scope scope) {
			return Answer.of(scope.facts().of(this.type) != null);
		}

	}

	/** All of some conditions. */
	record All(List<Condition> parts) implements Condition {

		@Override
		public String text() {
			return this.parts.stream().map(Condition::text).collect(Collectors.joining(", "));
		}

		@Override
		public Answer ask(Scope scope) {
			return merge(this.parts, scope, Truth.HOLDS, Truth::and);
		}

	}

	/** Any of some conditions. */
	record Any(List<Condition> parts) implements Condition {

		@Override
		public String text() {
			return this.parts.stream().map(Condition::text).collect(Collectors.joining(" or "));
		}

		@Override
		public Answer ask(Scope scope) {
			return merge(this.parts, scope, Truth.FAILS, Truth::or);
		}

	}

	/**
	 * All conditions of a branch inside {@code not} or {@code exists}, with its own
	 * variables.
	 */
	record Inner(Branch branch) implements Condition {

		@Override
		public String text() {
			return new All(this.branch.conditions()).text();
		}

		@Override
		public Answer ask(Scope scope) {
			return new All(this.branch.conditions()).ask(scope.with(this.branch.bindings()));
		}

	}

	/**
	 * Some conditions that must all hold of one item of a list. What is asked of one item
	 * says nothing of the next: nothing of it is kept for others.
	 *
	 * @param pattern what rules call an item
	 * @param type the version's own class of it
	 * @param conditions all must hold of the same item
	 */
	record AnyItem(String pattern, Class<?> type, List<Condition> conditions) implements Condition {

		@Override
		public String text() {
			return "exists " + bare();
		}

		private String bare() {
			String all = new All(this.conditions).text();
			return this.pattern + (all.isEmpty() ? "( )" : "( " + all + " )");
		}

		@Override
		public Answer ask(Scope scope) {
			return new ItemsAnswer(this, scope).answer();
		}

	}

	/** Not a condition. */
	record Not(Condition part) implements Condition {

		@Override
		public String text() {
			return (this.part instanceof AnyItem items) ? "not " + items.bare() : "not ( " + this.part.text() + " )";
		}

		@Override
		public Answer ask(Scope scope) {
			Answer answer = this.part.ask(scope);
			return new Answer(answer.truth().not(), answer.actual(), answer.missing(), answer.fault());
		}

	}

	/** What settles the whole settles it also beside what cannot be worked out. */
	private static Answer merge(List<Condition> parts, Scope scope, Truth start, BinaryOperator<Truth> join) {
		Truth truth = start;
		Map<String, @Nullable Object> actual = new LinkedHashMap<>();
		Set<String> missing = new TreeSet<>();
		RuntimeException fault = null;
		for (Answer answer : parts.stream().map((part) -> part.ask(scope)).toList()) {
			actual.putAll(answer.actual());
			missing.addAll(answer.missing());
			if (answer.fault() == null) {
				truth = join.apply(truth, answer.truth());
			}
			else {
				fault = (fault != null) ? fault : answer.fault();
			}
		}
		boolean settled = truth == start.not();
		return new Answer(truth, actual, (truth == Truth.UNKNOWN) ? missing : Set.of(), settled ? null : fault);
	}

}
