package org.huiling.command.check;

import org.huiling.engine.problem.CheckReport;

/** How the results of a check are shown. */
interface CheckOutput {

	void report(String directory, CheckReport report);

	void unreadable(String directory, Exception reason);

}
