package org.huiling.dictionary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.FactFiles;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.Problem;
import org.huiling.engine.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 施行中的数据元目录: the dictionary by which facts are read. Fact files that are wrong are
 * refused by name and line in the log; the last ones that were right stay in force
 * instead, as the database has them: facts that are declared in another file would be
 * lost with those that come with the program.
 */
@Component
public class DictionaryInForce {

	private static final Logger logger = LoggerFactory.getLogger(DictionaryInForce.class);

	private final FactReading current;

	private final List<Problem> problems;

	@Autowired
	DictionaryInForce(@Value("${huiling.rules}") Path rules, KeptFactFiles kept) {
		List<Problem> found = new ArrayList<>();
		Dictionary read = read(rules, kept, found);
		found.forEach((problem) -> logger.error("REFUSED {}/{}", FactFiles.DIRECTORY, problem));
		if (read == null) {
			read = lastKept(kept);
		}
		this.current = new FactReading(read);
		this.problems = List.copyOf(found);
	}

	/**
	 * A dictionary that no service keeps.
	 * @param dictionary in force for good
	 */
	public DictionaryInForce(Dictionary dictionary) {
		this.current = new FactReading(dictionary);
		this.problems = List.of();
	}

	/** The files of the rules directory, kept; null if they are wrong, which is told. */
	private static @Nullable Dictionary read(Path rules, KeptFactFiles kept, List<Problem> found) {
		try {
			FactFiles files = FactFiles.of(rules);
			Dictionary dictionary = files.dictionary();
			return dictionary.as(kept.keep(files, dictionary.digest()));
		}
		catch (PolicyDefects defects) {
			found.addAll(defects.problems());
		}
		catch (IOException unreadable) {
			logger.error("The fact files below {} cannot be read.", rules, unreadable);
			found.add(new Problem(".", 1, 1, Severity.ERROR, "FACT_FILES_UNREADABLE",
					new Bilingual("事实文件读不出来：" + unreadable.getMessage(),
							"the fact files cannot be read: " + unreadable.getMessage()),
					null, null));
		}
		return null;
	}

	private static Dictionary lastKept(KeptFactFiles kept) {
		KeptFactFiles.Kept latest = kept.latest();
		if (latest != null) {
			try {
				Dictionary dictionary = latest.files().dictionary().as(latest.revision());
				logger.error("The fact files of revision {} of the dictionary stay in force.", latest.revision());
				return dictionary;
			}
			catch (PolicyDefects defects) {
				// this program is stricter than the one that kept them
				defects.problems()
					.forEach((problem) -> logger.error("REFUSED revision {} {}", latest.revision(), problem));
			}
		}
		logger.error("The fact files that come with the program are in force.");
		return FactFiles.shipped().dictionary();
	}

	/**
	 * The dictionary in force now.
	 * @return never changes; ask again where it matters that it is the latest
	 */
	public Dictionary current() {
		return this.current.dictionary();
	}

	/**
	 * Reads people by the dictionary in force now.
	 * @return never changes, as above
	 */
	public FactReading reading() {
		return this.current;
	}

	/**
	 * What kept the fact files of the rules directory out.
	 * @return none if they are in force
	 */
	public List<Problem> problems() {
		return this.problems;
	}

}
