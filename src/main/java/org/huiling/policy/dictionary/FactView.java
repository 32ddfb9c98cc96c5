package org.huiling.policy.dictionary;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the data dictionary as the API shows it.
 *
 * @param path the way to it, such as {@code household.dibao.type} or
 * {@code claims[].date}
 * @param type as a fact file writes it, such as {@code money}; {@code group} for facts
 * that are recorded together, {@code item} for an item of a list
 * @param label what it is called
 * @param help what to mind when it is filled in, null if nothing
 * @param unit of the parameters it compares with, null where nothing compares
 * @param codeType the list of codes, such as {@code HukouType}, null if it has none
 * @param codes the codes it may have, null if it has none
 * @param values words for its values where those are no codes, null if it has none
 * @param derived whether it is worked out from other facts
 * @param is how, as it counts today; null if it is recorded, or the program itself works
 * it out
 * @param file the fact file it is declared in
 * @param owner the jurisdiction that may change it, null if it is everybody's
 * @param usedBy the versions in force or scheduled whose rules use it, directly or
 * through a derived fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactView(String path, String type, Bilingual label, @Nullable Bilingual help, @Nullable String unit,
		@Nullable String codeType, @Nullable List<CodeItem> codes, @Nullable List<ValueItem> values, boolean derived,
		@Nullable String is, String file, @Nullable String owner, List<UsingVersion> usedBy) {

	/**
	 * A code.
	 *
	 * @param code its name, such as {@code RURAL}
	 * @param label what it is called
	 * @param withdrawn whether it is still read but offered no more
	 */
	public record CodeItem(String code, Bilingual label, boolean withdrawn) {
	}

	/**
	 * Words for a value.
	 *
	 * @param value as JSON writes it, such as {@code 3} of a care level
	 * @param label what it is called
	 */
	public record ValueItem(String value, Bilingual label) {
	}

	/**
	 * A version that uses a fact.
	 *
	 * @param jurisdiction whose it is
	 * @param program of which program
	 * @param version its name
	 */
	public record UsingVersion(String jurisdiction, String program, String version) {
	}

}
