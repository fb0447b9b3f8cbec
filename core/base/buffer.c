#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static char empty[1]; /* never written: room is 0 while data points here */

void gj_buffer_init(gj_buffer *b, size_t cap)
{
    *b = (gj_buffer){ .data = empty, .cap = cap };
}

void gj_buffer_free(gj_buffer *b)
{
    if (b->room)
        free(b->data);
    gj_buffer_init(b, b->cap);
}

void gj_buffer_clear(gj_buffer *b)
{
    b->len = 0;
    b->failed = GJ_OK;
    if (b->room)
        b->data[0] = '\0';
}

/* Room for `more` bytes and the NUL. */
static bool make_room(gj_buffer *b, size_t more)
{
    if (b->failed)
        return false;
    if (more > SIZE_MAX / 4 || b->len > SIZE_MAX / 4 || (b->cap && b->len + more > b->cap)) {
        b->failed = GJ_LIMIT;
        return false;
    }
    size_t need = b->len + more + 1;
    if (need <= b->room)
        return true;
    size_t room = b->room ? b->room : 256;
    while (room < need)
        room *= 2;
    char *data = realloc(b->room ? b->data : NULL, room);
    if (!data) {
        b->failed = GJ_NOMEM;
        return false;
    }
    b->data = data;
    b->room = room;
    return true;
}

void gj_buffer_add(gj_buffer *b, gj_slice text)
{
    if (text.len == 0 || !make_room(b, text.len))
        return;
    memcpy(b->data + b->len, text.data, text.len);
    b->len += text.len;
    b->data[b->len] = '\0';
}

void gj_buffer_text(gj_buffer *b, const char *text)
{
    gj_buffer_add(b, gj_slice_of(text));
}

void gj_buffer_byte(gj_buffer *b, char byte)
{
    gj_buffer_add(b, (gj_slice){ &byte, 1 });
}

void gj_buffer_repeat(gj_buffer *b, const char *text, size_t times)
{
    while (times-- > 0 && !b->failed)
        gj_buffer_text(b, text);
}

void gj_buffer_format(gj_buffer *b, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0 && make_room(b, (size_t)length)) {
        (void)vsnprintf(b->data + b->len, (size_t)length + 1, format, again);
        b->len += (size_t)length;
    }
    va_end(again);
}
