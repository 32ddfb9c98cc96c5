package org.huiling.engine.example;

import java.util.Collection;

import org.huiling.engine.source.ExampleReader;
import org.huiling.engine.source.ExampleWriter;

/** Examples whose result is accepted as what is expected from now on. */
public final class AcceptedExamples {

	/** The file of worked examples. */
	public static final String FILE = ExampleReader.FILE;

	private AcceptedExamples() {
	}

	/**
	 * The file of examples with some results accepted.
	 * @param file as it is, UTF-8
	 * @param accepted how examples of it came out; only what they looked at is written
	 * @return the file as it is to be, all else of it unchanged
	 */
	public static byte[] in(byte[] file, Collection<Example.Result> accepted) {
		return ExampleWriter.accepting(file, accepted);
	}

}
