/** embedded.h - the national ruleset inside the binary: written at build time by tools/embed.c into build/gen/ruleset.c.
 *
 * Each Lua file as bytecode of the Lua that the binary is linked with, line numbers kept. Names are those of the pack ("pack", "form/2021"),
 * in byte order.
 */
#ifndef GJ_JUDGE_EMBEDDED_H
#define GJ_JUDGE_EMBEDDED_H

#include <stddef.h>

extern const char gj_embedded_id[];       /* "zfxxgk" */
extern const char gj_embedded_digest[65]; /* of the sources, as gj_ruleset.digest */
extern const size_t gj_embedded_count;
extern const char *const gj_embedded_names[];
extern const unsigned char *const gj_embedded_bytes[];
extern const size_t gj_embedded_lengths[];

#endif
