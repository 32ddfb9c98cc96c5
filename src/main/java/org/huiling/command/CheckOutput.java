package org.huiling.command;

import org.huiling.engine.CheckReport;

/** How the results of a check are shown. */
interface CheckOutput {

	void report(String directory, CheckReport report);

	void unreadable(String directory, Exception reason);

}
