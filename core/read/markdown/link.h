/** link.h - what follows the ']' of a link: "(target "title")", or pandoc's "{.class}". */
#ifndef GJ_READ_LINK_H
#define GJ_READ_LINK_H

#include "../../base/slice.h"

/** Where a link's tail that begins at `at` ends, 0 where there is none before `end`. `target` is set where it has
 *  one. */
size_t gj_link_tail(gj_slice bytes, size_t at, size_t end, gj_span *target);

#endif
