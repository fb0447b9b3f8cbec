#include "digest.h"

#include <nettle/sha2.h>
#include <stdint.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(((gj_digest *)0)->state), "gj_digest holds nettle's state");

static struct sha256_ctx *context(gj_digest *d)
{
    return (struct sha256_ctx *)(void *)&d->state;
}

void gj_digest_init(gj_digest *d)
{
    sha256_init(context(d));
}

void gj_digest_add(gj_digest *d, gj_slice bytes)
{
    if (bytes.len)
        sha256_update(context(d), bytes.len, (const uint8_t *)bytes.data);
}

void gj_digest_field(gj_digest *d, gj_slice bytes)
{
    uint8_t length[8];
    for (int i = 0; i < 8; i++)
        length[i] = (uint8_t)((uint64_t)bytes.len >> (8 * i));
    sha256_update(context(d), sizeof length, length);
    gj_digest_add(d, bytes);
}

void gj_digest_hex(gj_digest *d, char out[GJ_DIGEST_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(context(d), sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[GJ_DIGEST_HEX] = '\0';
}

void gj_digest_of(gj_slice bytes, char out[GJ_DIGEST_HEX + 1])
{
    gj_digest d;
    gj_digest_init(&d);
    gj_digest_add(&d, bytes);
    gj_digest_hex(&d, out);
}
