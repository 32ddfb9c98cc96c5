package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.words.FactWords;

/** The shipped dictionary, read once, for tests that start no service. */
public final class TestFacts {

	/** What {@code rules/facts} declares. */
	public static final Dictionary DICTIONARY = dictionary();

	/** Reads people by it. */
	public static final FactReading READING = new FactReading(DICTIONARY);

	/** Every word that rules may use by it. */
	public static final RuleVocabulary VOCABULARY = RuleVocabulary.of(READING);

	/** What rules may ask of a person by it. */
	public static final FactWords WORDS = VOCABULARY.declared();

	private TestFacts() {
	}

	private static Dictionary dictionary() {
		try {
			return FactFiles.read(Path.of("rules", FactFiles.DIRECTORY)).dictionary();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads people in JSON on a day.
	 * @param today the day
	 * @return by the shipped dictionary
	 */
	public static ApplicantReader on(LocalDate today) {
		return new ApplicantReader(READING, today);
	}

}
