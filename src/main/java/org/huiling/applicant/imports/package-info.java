/**
 * 批量导入: applicants from tables and lines of JSON, each line taken whole or refused with
 * what is wrong about it.
 */
@NullMarked
package org.huiling.applicant.imports;

import org.jspecify.annotations.NullMarked;
