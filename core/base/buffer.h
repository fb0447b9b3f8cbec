/** buffer.h - bytes that grow, up to a named cap.
 *
 * A buffer lives outside arenas (malloc) and is for output and for text built piece by piece. It is never NULL: an empty
 * buffer's `data` is "". After a failure (memory, cap) it keeps what it had, ignores further appends and says so in `failed`;
 * so a writer may append freely and check once at the end.
 */
#ifndef GJ_BASE_BUFFER_H
#define GJ_BASE_BUFFER_H

#include "slice.h"
#include "status.h"

typedef struct gj_buffer {
    char *data; /* ends in NUL, not counted */
    size_t len, room, cap;
    gj_status failed;
} gj_buffer;

/** `cap` is the most bytes it may hold; 0 for no cap. No allocation yet. */
void gj_buffer_init(gj_buffer *b, size_t cap);
void gj_buffer_free(gj_buffer *b);
void gj_buffer_clear(gj_buffer *b);
void gj_buffer_add(gj_buffer *b, gj_slice text);
void gj_buffer_text(gj_buffer *b, const char *text);
void gj_buffer_byte(gj_buffer *b, char byte);
void gj_buffer_repeat(gj_buffer *b, const char *text, size_t times);
void gj_buffer_format(gj_buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline gj_slice gj_buffer_slice(const gj_buffer *b)
{
    return (gj_slice){ b->data, b->len };
}

#endif
