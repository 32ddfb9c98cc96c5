package org.huiling.engine.problem;

/** Whether a problem keeps a version out, or is only pointed out. */
public enum Severity {

	ERROR, WARNING

}
