package org.huiling.engine.drools;

import org.huiling.engine.Bilingual;

/**
 * A rule as its author wrote it.
 *
 * @param file the file it stands in
 * @param line the line of {@code rule}
 * @param order its place among all rules of the version: files by name, then lines
 * @param name its Chinese name, and the English one of {@code @en}
 * @param basis the article behind it
 * @param consequence the text between {@code then} and {@code end}
 */
public record RuleText(String file, int line, int order, Bilingual name, String basis, String consequence) {
}
