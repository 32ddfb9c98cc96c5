package org.huiling.engine;

/** Whether a problem keeps a version out, or is only pointed out. */
public enum Severity {

	ERROR, WARNING

}
