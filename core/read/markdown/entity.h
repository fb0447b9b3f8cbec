/** entity.h - HTML character references: &nbsp; &#12289; &#x3001; and all names HTML 5 knows. */
#ifndef GJ_READ_ENTITY_H
#define GJ_READ_ENTITY_H

#include "../../base/arena.h"

#define GJ_ENTITY_BYTES 8

/** Decode the reference at the start of `text` (a '&'). Returns the bytes it takes, its semicolon included, 0
 *  where it is none (the '&' then stands for itself) or GJ_NOT_FOUND when memory ran out. The decoded text goes to
 *  out, its length to *length. The five usual names cost nothing; the others are looked up by libcmark, whose
 *  memory comes from `scratch`, which is reset. */
size_t gj_entity_decode(gj_arena *scratch, gj_slice text, char out[GJ_ENTITY_BYTES], size_t *length);

#endif
