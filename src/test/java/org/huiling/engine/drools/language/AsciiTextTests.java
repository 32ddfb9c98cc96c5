package org.huiling.engine.drools.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Drools compiles is the same whatever characters the machine knows. */
class AsciiTextTests {

	@Test
	void quotedCharactersAreEscapedAndNamesStayNames() {
		assertThat(AsciiText.of("$户 : hukou.region == \"鲁\"")).isEqualTo("$__u6237 : hukou.region == \"\\u9c81\"");
	}

	@Test
	void aQuotationMarkInACommentOpensNoQuotation() {
		assertThat(AsciiText.of("// 5\"\nrule \"鲁\"")).isEqualTo("// 5\"\nrule \"\\u9c81\"");
		assertThat(AsciiText.of("/* \" \n */ rule \"鲁\"")).isEqualTo("/* \" \n */ rule \"\\u9c81\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rule \"高龄津贴 80—89 周岁\" // 注\nwhen $户 : x end", "\"\uD842\uDFB7\"", "'鲁' \"a \\\" 鲁\"",
			"plain", "" })
	void everyTextCanBeReadBack(String text) {
		String ascii = AsciiText.of(text);
		assertThat(ascii).matches("[\\x00-\\x7F]*");
		assertThat(ascii.lines().count()).isEqualTo(text.lines().count());
		assertThat(AsciiText.undo(ascii)).isEqualTo(text);
	}

}
