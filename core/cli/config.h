/** config.h - `.gouji.lua`: what a repository of reports settles once.
 *
 * The file is found upward from a report's folder (the nearest one wins whole; files do not merge) and runs in the sandbox. It returns a table:
 *
 *     return {
 *       rules = "rules/ours", with = { "rules/county" },                  -- folders, relative to the config
 *       level = "township", kind = "government", scope = "own", province = "山西", unit = "…", year = 2024,
 *       profile = "national",                                             -- national practice strict; also in paths
 *       prior = "2023/某镇.md",                                            -- last year's report, relative to the config; mostly in `paths`
 *       ledger = "台账.db",                                                -- where last year's reports stand; a file, relative to the config
 *       fail_on = "error", select = { … }, ignore = { "NAR" },
 *       severity = { ["T3-020"] = "info", ["XREF"] = "warning", ["NAR-003"] = "off" },   -- the longest selector wins
 *       paths = { { match = "departments*", level = "county", kind = "department", severity = { … }, ignore = { … } } },
 *       exceptions = { { rule = "XREF-009", path = "2024/某镇.md", cell = "problems", reason = "…", approver = "…", expires = "2025-12-31" } },
 *     }
 *
 * `match` and `path` are shell patterns against the path relative to the config's folder; `*` also crosses folders. Later entries of `paths` win.
 */
#ifndef GJ_CLI_CONFIG_H
#define GJ_CLI_CONFIG_H

#include "cli.h"

#define GJ_CONFIG_NAME ".gouji.lua"

typedef struct gj_config_exception {
    gj_slice path; /* pattern; empty: any */
    gj_exception exception;
} gj_config_exception;

typedef struct gj_config_path {
    gj_slice match; /* empty for the top level */
    gj_slice level, kind, scope, province, unit;
    gj_slice prior; /* last year's report, resolved; empty: none named */
    int year;
    int profile; /* a gj_profile, or -1 */
    gj_slice *select, *ignore;
    size_t select_count, ignore_count;
    gj_severity_override *overrides; /* shortest selector first, so that the longest wins */
    size_t override_count;
} gj_config_path;

typedef struct gj_config {
    gj_slice file;   /* path of the config, for messages */
    gj_slice folder; /* its folder, "" for the current one */
    gj_slice rules;  /* folder, resolved; empty: built in */
    gj_slice *with;
    size_t with_count;
    gj_slice ledger; /* SQLite file, resolved; empty: none */
    gj_slice fail_on;
    char digest[65];       /* SHA-256 of the file */
    gj_config_path *paths; /* [0] is the top level */
    size_t path_count;
    gj_config_exception *exceptions;
    size_t exception_count;
} gj_config;

/** The file of the config for a path: the nearest .gouji.lua at or above its folder; empty when there is none. */
GJ_MUST_USE gj_status gj_config_find(gj_arena *arena, const char *path, gj_slice *out, gj_error *err);
/** Load and check a config. Errors are GJ_USAGE with file, line, field and reason. */
GJ_MUST_USE gj_status gj_config_load(gj_arena *arena, const char *file, gj_config **out, gj_error *err);
/** Whether a pattern of this config names the report. */
bool gj_config_matches(const gj_config *config, gj_slice pattern, const char *path);

#endif
