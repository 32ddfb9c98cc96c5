package org.huiling.engine.dictionary.written;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.YamlMapping;
import org.huiling.facts.expression.Expression;
import org.huiling.facts.expression.ExpressionException;
import org.huiling.facts.expression.ExpressionFault;
import org.huiling.facts.expression.ExpressionReader;
import org.jspecify.annotations.Nullable;

/**
 * An expression with the place where it is written.
 *
 * @param expression what was read
 * @param yaml the mapping it stands in
 * @param key the key whose text it is
 */
public record Written(Expression expression, YamlMapping yaml, String key) {

	/** Reads the text of a key; what is no expression is told at its place. */
	public static @Nullable Written read(YamlMapping yaml, String key, Problems problems) {
		String text = yaml.text(key);
		if (text.isEmpty()) {
			return null;
		}
		try {
			return new Written(ExpressionReader.read(text), yaml, key);
		}
		catch (ExpressionException ex) {
			tell(ex.fault(), yaml, key, problems);
			return null;
		}
	}

	/** Tells what is wrong in it. */
	public void tell(ExpressionFault fault, Problems problems) {
		tell(fault, this.yaml, this.key, problems);
	}

	private static void tell(ExpressionFault fault, YamlMapping yaml, String key, Problems problems) {
		Bilingual hint = (fault.hintZh() != null && fault.hintEn() != null)
				? new Bilingual(fault.hintZh(), fault.hintEn()) : null;
		problems.error(yaml.placeWithin(key, fault.at(), fault.excerpt()), "FACT_EXPRESSION", fault.zh(), fault.en(),
				hint);
	}

	public FilePlace place() {
		return this.yaml.place(this.key);
	}

}
