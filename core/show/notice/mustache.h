/** mustache.h - templates that an office can replace: {{name}}, {{#name}} … {{/name}}, {{^name}} … {{/name}}.
 *
 * The part of Mustache (mustache(5), "Variables", "Sections", "Inverted Sections") that letters need. A section is written once for each item that its name
 * stands for, inside which the item's own names come first; an inverted one once where there is none. A tag of a section that stands alone on its line takes
 * the line with it. {{! … }} is a comment. Nothing else is known: no partials, no other delimiters, no unescaped {{{name}}}; a name that means nothing is an
 * error, for a letter with a hole in it goes out under an office's name.
 */
#ifndef GJ_SHOW_MUSTACHE_H
#define GJ_SHOW_MUSTACHE_H

#include "../../base/buffer.h"

#define GJ_MUSTACHE_DEPTH 8 /* sections inside sections */

/** The item of a section that is being written. */
typedef struct gj_mustache_item {
    gj_slice section;
    size_t index;
} gj_mustache_item;

/** What the names mean. `path` holds the items entered so far, outermost first. */
typedef struct gj_mustache {
    void *context;
    /** Append the value of a name, escaped for where it goes. False: there is no such name. */
    bool (*value)(void *context, gj_slice name, const gj_mustache_item *path, size_t depth, gj_buffer *out);
    /** How many items a section's name has; GJ_NOT_FOUND: there is no such name. */
    size_t (*count)(void *context, gj_slice name, const gj_mustache_item *path, size_t depth);
} gj_mustache;

/** Append the template filled in. GJ_USAGE with the template's line where a tag is broken, unclosed or unknown. */
GJ_MUST_USE gj_status gj_mustache_write(gj_slice text, const gj_mustache *names, gj_buffer *out, gj_error *err);

#endif
