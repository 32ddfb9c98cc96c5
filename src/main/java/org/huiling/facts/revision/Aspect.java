package org.huiling.facts.revision;

import org.huiling.facts.type.Label;

/** What of a fact changes. */
public enum Aspect {

	/** The whole of it. */
	ENTRY("整项", "all of it"),

	/** What kind of value it has. */
	TYPE("类型", "its type"),

	/** In what it is counted. */
	UNIT("计量单位", "its unit"),

	/** Which codes it may have. */
	CODES("代码", "its codes"),

	/** Which values it may have. */
	RANGE("取值范围", "its range"),

	/** Whether a list needs it in each of its items. */
	REQUIRED("必填", "whether it is required"),

	/** A field of its items takes the name of a fact of the person. */
	SHADOWED("新字段与本人的一项事实同名", "a new field has the name of a fact of the person"),

	/** How the items of a list are told apart, ordered, kept and named in rules. */
	LIST("列表的主键、次序或模式", "the key, order or pattern of the list"),

	/** What a column of a decision table calls it. */
	TABLE_KEY("决策表中的名字", "its name in decision tables"),

	/** Who may see it. */
	SEALED("是否封存", "whether it is sealed"),

	/** What cannot be recorded together with it. */
	REFUSAL("不可能的情况", "what is refused"),

	/** How it is worked out. */
	DEFINITION("算法", "how it is worked out"),

	/** When it holds. */
	VALIDITY("有效期", "its validity"),

	/** When it is there. */
	WHEN("何时才有", "when it is there"),

	/** Whether nothing recorded is none. */
	ABSENT("未登记是否即为无", "whether absent is none"),

	/** What it is called and when it is asked. */
	WORDS("名称、说明或询问次序", "its words or place");

	@SuppressWarnings("ImmutableEnumChecker") // a record of two texts
	private final Label label;

	Aspect(String zh, String en) {
		this.label = new Label(zh, en);
	}

	/**
	 * What it is called.
	 * @return in both languages
	 */
	public Label label() {
		return this.label;
	}

}
