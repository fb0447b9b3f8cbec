#include "base64.h"

#include <nettle/base64.h>

void gj_base64_add(gj_buffer *out, gj_slice bytes)
{
    enum { PIECE = 3072 }; /* a multiple of three: no padding within */
    char text[BASE64_ENCODE_RAW_LENGTH(PIECE)];
    for (size_t at = 0; at < bytes.len; at += PIECE) {
        gj_slice piece = gj_slice_sub(bytes, at, at + PIECE);
        base64_encode_raw(text, piece.len, (const uint8_t *)piece.data);
        gj_buffer_add(out, (gj_slice){ text, BASE64_ENCODE_RAW_LENGTH(piece.len) });
    }
}

gj_status gj_base64_decode(gj_arena *arena, gj_slice text, gj_slice *out, gj_error *err)
{
    struct base64_decode_ctx decoder;
    size_t length = BASE64_DECODE_LENGTH(text.len);
    uint8_t *bytes = gj_arena_alloc(arena, length + 1);
    if (!bytes)
        return gj_fail_nomem(err);
    base64_decode_init(&decoder);
    if ((text.len && !base64_decode_update(&decoder, &length, bytes, text.len, text.data)) ||
        !base64_decode_final(&decoder))
        return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "不是 base64 编码", "this is no base64");
    *out = (gj_slice){ (const char *)bytes, text.len ? length : 0 };
    return GJ_OK;
}
