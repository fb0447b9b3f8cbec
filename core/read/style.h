/** style.h - what a style attribute says about the text in its element, as far as a reader of reports cares.
 *
 * `value` is the attribute's value: `property: value` pairs with ';' between them, in any letter case. The last pair of a
 * property counts. Of a value longer than a person or an editor writes the first 1000 bytes are looked at. Style sheets and
 * classes are not known.
 */
#ifndef GJ_READ_STYLE_H
#define GJ_READ_STYLE_H

#include "../base/slice.h"

typedef struct gj_style {
    bool bold;   /* font-weight: bold, bolder, 600 to 900; font: bold … */
    bool struck; /* text-decoration: line-through */
    bool hidden; /* display: none */
} gj_style;

gj_style gj_style_read(gj_slice value);

#endif
