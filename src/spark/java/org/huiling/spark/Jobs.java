package org.huiling.spark;

import java.io.IOException;
import java.io.PrintStream;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.peoplelist.ServiceWords;
import picocli.CommandLine;

/**
 * Runs a job as a program. Exit code 0 when everybody is assessed; 1 when lines were
 * refused, which are told by file, number and column; 2 when the call is wrong, or rules
 * or list cannot be read; 3 when the cluster gave up: then there are no answers.
 */
final class Jobs {

	static final int INCOMPLETE = 1;

	static final int REFUSED = 2;

	static final int FAILED = 3;

	private Jobs() {
	}

	/** The session of the cluster that was given, or of all cores of this machine. */
	static SparkSession session(String name) {
		SparkConf configuration = new SparkConf().setAppName(name);
		if (!configuration.contains("spark.master")) {
			configuration.setMaster("local[*]");
		}
		return SparkSession.builder().config(configuration).getOrCreate();
	}

	static int run(Object job, PrintStream err, String... arguments) {
		return new CommandLine(job).setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, err))
			.execute(arguments);
	}

	private static int failed(Exception fault, PrintStream err) throws Exception {
		if (fault instanceof PolicyDefects defects) {
			defects.problems().forEach((problem) -> err.println(ServiceWords.plain(problem.toString())));
			err.println("the rules cannot be used: nobody was assessed");
			return REFUSED;
		}
		if (fault instanceof WrongCall || fault instanceof IOException) {
			err.println(ServiceWords.plain(String.valueOf(fault.getMessage())));
			return REFUSED;
		}
		if (fault instanceof SparkException || fault.getCause() instanceof SparkException) {
			err.println("the cluster gave up, and no answers were kept: " + fault.getMessage());
			return FAILED;
		}
		throw fault;
	}

}
