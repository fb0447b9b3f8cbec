/** embedded.h - the national ruleset inside the binary: written at build time by tools/embed.c into build/gen/ruleset.c.
 *
 * Each Lua file as bytecode of the Lua that the binary is linked with, line numbers kept. Names are those of the pack ("pack", "form/2021"),
 * in byte order.
 */
#ifndef GJ_JUDGE_EMBEDDED_H
#define GJ_JUDGE_EMBEDDED_H

#include "../base/pattern_ready.h"

/** A file twice: without its rules' cases, which take half the time to load and are of use to `gouji rule test` only, and whole. The same
 *  where it has none. */
typedef struct gj_embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
    const unsigned char *whole;
    size_t whole_length;
} gj_embedded_file;

extern const char gj_embedded_id[];       /* "zfxxgk" */
extern const char gj_embedded_digest[65]; /* of the sources, as gj_ruleset.digest */
extern const size_t gj_embedded_count;
extern const gj_embedded_file gj_embedded_files[];

/** The ruleset's patterns, by tools/patterns.c into build/gen/patterns.c; none where the build is not for release. */
extern const gj_ready gj_embedded_patterns;

#endif
