package org.huiling.engine;

import java.nio.file.Path;

import org.huiling.engine.files.DirectoryBook;

/** Where a check finds the other programs of a jurisdiction. */
@FunctionalInterface
public interface OtherPrograms {

	/**
	 * The policies of the jurisdiction.
	 * @param compiler compiles what is not compiled yet
	 * @return their book
	 */
	PolicyBook by(PolicyCompiler compiler);

	/**
	 * No others.
	 * @param jurisdiction whose they would be
	 * @return an empty book
	 */
	static OtherPrograms none(Jurisdiction jurisdiction) {
		return (compiler) -> new DirectoryBook(jurisdiction, null, compiler);
	}

	/**
	 * Those that lie in a directory.
	 * @param jurisdiction whose they are
	 * @param directory such as {@code rules/model-district}
	 * @return their book; versions are compiled when they are asked for
	 */
	static OtherPrograms in(Jurisdiction jurisdiction, Path directory) {
		return (compiler) -> new DirectoryBook(jurisdiction, directory, compiler);
	}

}
