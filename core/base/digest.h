/** digest.h - SHA-256 (FIPS 180-4, by nettle) as 64 lower-case hex digits. */
#ifndef GJ_BASE_DIGEST_H
#define GJ_BASE_DIGEST_H

#include "slice.h"

#define GJ_DIGEST_HEX 64

/** A running digest. Opaque; lives on the caller's stack. */
typedef struct gj_digest {
    union {
        unsigned char bytes[256];
        unsigned long long align;
    } state;
} gj_digest;

void gj_digest_init(gj_digest *d);
void gj_digest_add(gj_digest *d, gj_slice bytes);
/** A field: its length and then its bytes, so that ("ab","c") differs from ("a","bc"). */
void gj_digest_field(gj_digest *d, gj_slice bytes);
/** Writes 64 digits and a NUL. The digest may not be used again. */
void gj_digest_hex(gj_digest *d, char out[GJ_DIGEST_HEX + 1]);
void gj_digest_of(gj_slice bytes, char out[GJ_DIGEST_HEX + 1]);

#endif
