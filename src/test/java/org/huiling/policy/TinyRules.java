package org.huiling.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a small but real rules directory. */
public final class TinyRules {

	private final Path root;

	public TinyRules(Path root) {
		this.root = root;
	}

	public Path root() {
		return this.root;
	}

	public TinyRules jurisdiction(String id, String regionPrefix) {
		return file(id + "/jurisdiction.yaml", """
				id: %s
				name: {zh: 小区, en: Small District}
				regionPrefix: "%s"
				""".formatted(id, regionPrefix));
	}

	public TinyRules program(String jurisdiction, String id, int order) {
		return program(jurisdiction, id, "MONTH", order);
	}

	/** A program of another cycle. */
	public TinyRules program(String jurisdiction, String id, String cycle, int order) {
		return file(jurisdiction + "/" + id + "/program.yaml", """
				name: {zh: 津贴, en: Allowance}
				cycle: %s
				unit: CNY
				order: %d
				paidTo: PERSON
				""".formatted(cycle, order));
	}

	/**
	 * A version that pays everybody of 80 an amount.
	 * @param directory such as {@code small/allowance/2013-01-01}
	 * @param amount in yuan
	 * @param more further lines of {@code policy.yaml}
	 * @return these rules
	 */
	public TinyRules version(String directory, String amount, String... more) {
		String date = Path.of(directory).getFileName().toString().substring(0, 10);
		file(directory + "/policy.yaml", """
				title: {zh: 津贴办法, en: Allowance}
				basis: 津贴办法（自拟）
				effectiveFrom: %s
				%s
				parameters:
				  age: {value: 80, unit: years, basis: 第一条}
				  allowance: {value: %s, unit: CNY, basis: 第二条}
				""".formatted(date, String.join("\n", more), amount));
		return file(directory + "/allowance.drl", """
				rule "津贴"
				    @en("Allowance")
				    @basis("津贴办法（自拟）第一条")
				when
				    Applicant( ageOnLastDay >= P.age )
				then
				    benefit.pay(P.allowance);
				end
				""");
	}

	public TinyRules file(String path, String content) {
		try {
			Path file = this.root.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
