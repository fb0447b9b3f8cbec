/* A zip container in memory whose parts are not packed, for tests of what stands in containers. */
#ifndef GJ_TESTS_STORED_ZIP_H
#define GJ_TESTS_STORED_ZIP_H

#include "../../core/base/arena.h"

typedef struct stored_part {
    const char *name;
    gj_slice content;
} stored_part;

static inline uint32_t stored_check(gj_slice content)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < content.len; i++) {
        crc ^= (unsigned char)content.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

/* Numbers of two and four bytes ("24"), the low ones first. */
static inline char *stored_put(char *out, const char *widths, const uint32_t *values)
{
    for (; *widths; widths++, values++)
        for (int i = 0; i < *widths - '0'; i++)
            *out++ = (char)(*values >> (8 * i));
    return out;
}

/* Data is NULL when memory ran out. */
static inline gj_slice stored_zip(gj_arena *arena, const stored_part *parts, size_t count)
{
    size_t room = 22;
    for (size_t i = 0; i < count; i++)
        room += 30 + 46 + 2 * strlen(parts[i].name) + parts[i].content.len;
    char *data = gj_arena_alloc(arena, room), *at = data;
    uint32_t *places = GJ_ARRAY(arena, count + 1, uint32_t);
    if (!data || !places)
        return (gj_slice){ NULL, 0 };
    for (size_t i = 0; i < count; i++) {
        gj_slice content = parts[i].content;
        uint32_t size = (uint32_t)content.len, name = (uint32_t)strlen(parts[i].name), crc = stored_check(content);
        uint32_t head[] = { 0x04034B50, 20, 0, 0, 0, 0x21, crc, size, size, name, 0 };
        places[i] = (uint32_t)(at - data);
        at = stored_put(at, "42222244422", head);
        memcpy(at, parts[i].name, name);
        if (size)
            memcpy(at + name, content.data, size);
        at += name + size;
    }
    places[count] = (uint32_t)(at - data);
    for (size_t i = 0; i < count; i++) {
        gj_slice content = parts[i].content;
        uint32_t size = (uint32_t)content.len, name = (uint32_t)strlen(parts[i].name), crc = stored_check(content);
        uint32_t entry[] = { 0x02014B50, 20, 20, 0, 0, 0, 0x21, crc, size, size, name, 0, 0, 0, 0, 0, places[i] };
        at = stored_put(at, "42222224442222244", entry);
        memcpy(at, parts[i].name, name);
        at += name;
    }
    uint32_t length = (uint32_t)(at - data) - places[count], entries = (uint32_t)count;
    uint32_t end[] = { 0x06054B50, 0, 0, entries, entries, length, places[count], 0 };
    at = stored_put(at, "42222442", end);
    return (gj_slice){ data, (size_t)(at - data) };
}

#endif
