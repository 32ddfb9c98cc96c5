package org.huiling.engine.drools.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Judges the names that a rule uses, and says which one was meant. */
public final class Names {

	private final Map<String, String> parameters;

	private final Map<String, String> units;

	private final Map<String, String> given;

	private final List<String> uses;

	private final Set<String> looked = new HashSet<>();

	private final Set<String> used = new HashSet<>();

	private final Set<String> facts = new TreeSet<>();

	private Set<String> bound = Set.of();

	private final RuleVocabulary vocabulary;

	private final Problems problems;

	/**
	 * Names of a version.
	 * @param parameters the Java type of each parameter
	 * @param units the unit of each parameter
	 * @param given the unit of what bands give, by their names
	 * @param uses the programs whose awards rules may read
	 * @param vocabulary the words there are
	 * @param problems takes what is wrong
	 */
	public Names(Map<String, String> parameters, Map<String, String> units, Map<String, String> given,
			List<String> uses, RuleVocabulary vocabulary, Problems problems) {
		this.given = given;
		this.uses = uses;
		this.parameters = parameters;
		this.units = units;
		this.vocabulary = vocabulary;
		this.problems = problems;
	}

	/** A parameter that no rule reads is a leftover or a misspelling elsewhere. */
	public void warnOfUnused(RuleLines policy) {
		this.parameters.keySet().stream().filter((name) -> !this.used.contains(name)).forEach((name) -> {
			FilePlace at = policy.find(name + ":", 1);
			this.problems.warning(at.naming(name), "UNUSED_PARAMETER", "没有规则用到参数 " + name,
					"no rule reads the parameter " + name);
		});
	}

	/** A program whose award nobody reads is a leftover as well. */
	public void warnOfUnread(RuleLines policy) {
		this.uses.stream().filter((id) -> !this.looked.contains(id)).forEach((id) -> {
			FilePlace at = policy.find(id, policy.find("uses:", 1).line());
			this.problems.warning(at.naming(id), "OTHER_PROGRAM", "没有规则用到 award(\"" + id + "\")",
					"no rule reads award(\"" + id + "\")");
		});
	}

	/** Whether the award of a program may be read; says so if not. */
	public boolean award(FilePlace place, List<Operand> arguments) {
		String id = (arguments.size() == 1 && arguments.get(0) instanceof Operand.Constant constant
				&& constant.value() instanceof String text) ? text : null;
		if (id != null && this.uses.contains(id)) {
			this.looked.add(id);
			return true;
		}
		String near = (id != null) ? Nearest.to(id, this.uses) : null;
		this.problems.error(place.naming((id != null) ? id : "award"), "OTHER_PROGRAM",
				"award(\"…\") 的括号里写一个项目目录名，这个项目要列在 policy.yaml 的 uses 里",
				"award(\"…\") takes the id of one program, which stands under uses in policy.yaml",
				(near != null) ? Nearest.hint(near) : null);
		return false;
	}

	/** The words there are. */
	public RuleVocabulary vocabulary() {
		return this.vocabulary;
	}

	public boolean refusedAny() {
		return this.problems.hasErrors();
	}

	public @Nullable String typeOf(String parameter) {
		return this.parameters.get(parameter);
	}

	/** The unit of a parameter, null if there is no such parameter. */
	public @Nullable String unitOf(String parameter) {
		return this.units.get(parameter);
	}

	/** The unit of what a parameter gives when it is looked up: of bands, its own. */
	public @Nullable String unitGivenBy(String parameter) {
		String of = this.given.get(parameter);
		return (of != null) ? of : unitOf(parameter);
	}

	public void parameter(FilePlace place, String name) {
		this.used.add(name);
		if (!this.parameters.containsKey(name)) {
			unknown(place, "UNKNOWN_PARAMETER", "参数", "parameter", name, this.parameters.keySet());
		}
	}

	/** A rule reads a property of a fact. */
	public void reads(Operand.Property property) {
		if (!property.path().isEmpty()) {
			this.facts.add(property.fact() + "." + property.path());
		}
	}

	/** A rule looks at the items of a list. */
	public void looksAt(String pattern) {
		this.facts.add(pattern);
	}

	/**
	 * Every property that rules read.
	 * @return such as {@code Applicant.household.size} and {@code Claim.stay}; a pattern
	 * over items of a list also by itself
	 */
	public Set<String> facts() {
		return this.facts;
	}

	/** A rule begins that binds these variables. */
	public void bind(Set<String> variables) {
		this.bound = variables;
	}

	public void variable(FilePlace place, String name) {
		if (!this.bound.contains(name)) {
			unknown(place, "UNKNOWN_VARIABLE", "变量", "variable", name, this.bound);
		}
	}

	public void code(FilePlace place, String type, String name) {
		List<String> codes = this.vocabulary.codes(type);
		if (codes != null && !codes.contains(name)) {
			unknown(place, "UNKNOWN_CODE", "代码", "code", name, codes);
		}
	}

	public void field(FilePlace place, String name, @Nullable String type) {
		if (isWithoutRole(place, name, type)) {
			return;
		}
		unknown(place, "UNKNOWN_FIELD", "事实", "field", name,
				(type != null) ? this.vocabulary.wordsOf(type) : this.vocabulary.allWords());
	}

	public void word(FilePlace place, String name, @Nullable String type) {
		if (isWithoutRole(place, name, type)) {
			return;
		}
		unknown(place, "UNKNOWN_NAME", "名称", "name", name,
				(type != null) ? this.vocabulary.wordsOf(type) : this.vocabulary.allWords());
	}

	/**
	 * Whether claims would have a word if their fields played the roles that it reads.
	 */
	private boolean isWithoutRole(FilePlace place, String name, @Nullable String type) {
		List<String> lacking = (type == null || this.vocabulary.claim().equals(type))
				? this.vocabulary.lacking(JavaWords.property(name)) : List.of();
		if (lacking.isEmpty()) {
			return false;
		}
		String list = this.vocabulary.over();
		this.problems.error(place.naming(name), "MISSING_ROLE",
				name + " 用不了：" + list + " 的 roles 里没有 " + String.join("、", lacking),
				name + " cannot be used: the roles of " + list + " do not name " + String.join(", ", lacking),
				lacking.contains("kind")
						? new Bilingual("kind 的字段要写 required: true", "the field of kind must be required: true")
						: null);
		return true;
	}

	/** Says so if claims do not play the roles that a word of consequences reads. */
	public void requireRoles(FilePlace place, String word) {
		isWithoutRole(place, word, null);
	}

	public void wrongUnit(FilePlace place, String zh, String en) {
		wrongUnit(place, zh, en, null);
	}

	/** The same with what to write. */
	public void wrongUnit(FilePlace place, String zh, String en, @Nullable Bilingual hint) {
		this.problems.error(place, "WRONG_UNIT", zh, en, hint);
	}

	/** Earlier programs compared numbers of any units. */
	public void mixedUnits(FilePlace place, String zh, String en) {
		this.problems.newlyRefused(place, "WRONG_UNIT", zh, en);
	}

	public void wrongLiteral(FilePlace place, String expected, String text) {
		String code = code(expected, text);
		this.problems.error(place, "WRONG_LITERAL", "这里应为 " + expected, "a " + expected + " belongs here",
				(code != null) ? Nearest.hint(code) : null);
	}

	/** A word where no fact is called so: a code without its type, or a truth. */
	public void bare(FilePlace place, String name, String expected) {
		String truth = name.toLowerCase(Locale.ROOT);
		String meant = ("boolean".equals(expected) && Set.of("true", "false").contains(truth)) ? truth
				: code(expected, name);
		if (meant == null) {
			field(place, name, this.vocabulary.subject());
			return;
		}
		this.problems.error(place.naming(name), "UNKNOWN_FIELD", "未知的事实 " + name, "unknown field " + name,
				Nearest.hint(meant));
	}

	/** The code of a type that is called so, whatever its case. */
	private @Nullable String code(String type, String name) {
		List<String> codes = this.vocabulary.codes(type);
		return (codes == null) ? null
				: codes.stream()
					.filter((code) -> code.equalsIgnoreCase(name))
					.findFirst()
					.map((code) -> type + "." + code)
					.orElse(null);
	}

	public void literal(FilePlace place, String number) {
		this.problems.warning((place.cell() != null) ? place.naming(number) : place, "LITERAL_NUMBER",
				"规则中直接写了数字 " + number + "，应写成 policy.yaml 中的参数",
				"the number " + number + " stands in the rule: make it a parameter of policy.yaml");
	}

	public void refuse(FilePlace place, String what) {
		refuse(place, what, null);
	}

	/** The same with what to write. */
	public void refuse(FilePlace place, String what, @Nullable Bilingual hint) {
		this.problems.error(place, "NOT_ADMITTED", "规则中不能写 " + what, what + " is not admitted in a rule", hint);
	}

	private void unknown(FilePlace place, String code, String zh, String en, String name, Collection<String> known) {
		String near = Nearest.to(name, known);
		this.problems.error(place.naming(name), code, "未知的" + zh + " " + name,
				"unknown " + en.toLowerCase(Locale.ROOT) + " " + name,
				(near != null) ? Nearest.hint(near) : this.vocabulary.others(name));
	}

}
