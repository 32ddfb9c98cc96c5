package org.huiling.dictionary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.huiling.engine.FactFiles;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.Problem;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 施行中的数据元目录: the dictionary by which facts are read. Fact files that are wrong are
 * refused by name in the log; the ones that come with the program are used instead.
 */
@Component
public class DictionaryInForce {

	private static final Logger logger = LoggerFactory.getLogger(DictionaryInForce.class);

	private final FactReading current;

	private final List<Problem> problems;

	public DictionaryInForce(@Value("${huiling.rules}") Path rules) throws IOException {
		Dictionary read;
		List<Problem> found = List.of();
		try {
			read = FactFiles.of(rules).dictionary();
		}
		catch (PolicyDefects defects) {
			found = defects.problems();
			found.forEach((problem) -> logger.error("REFUSED {}/{}", FactFiles.DIRECTORY, problem));
			read = FactFiles.shipped().dictionary();
		}
		this.current = new FactReading(read);
		this.problems = found;
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
