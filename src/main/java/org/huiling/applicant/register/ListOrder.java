package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.UUID;

import org.huiling.account.Regions;

/**
 * For whom and when a list is taken.
 *
 * @param run the import
 * @param by the account
 * @param own the account's regions
 * @param today the day it is in Asia/Shanghai
 * @param dryRun whether only to say what would be recorded
 */
public record ListOrder(UUID run, String by, Regions own, LocalDate today, boolean dryRun) {
}
