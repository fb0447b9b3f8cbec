#include "pattern_ready.h"

/* Eight bytes at a time (FNV-1a over words): every pattern of a ruleset passes through here when it is registered. */
uint32_t gj_pattern_hash(gj_slice source)
{
    uint64_t hash = 14695981039346656037u ^ source.len;
    size_t at = 0;
    for (; at + 8 <= source.len; at += 8) {
        uint64_t word;
        memcpy(&word, source.data + at, 8);
        hash = (hash ^ word) * 1099511628211u;
        hash ^= hash >> 29;
    }
    for (; at < source.len; at++)
        hash = (hash ^ (unsigned char)source.data[at]) * 1099511628211u;
    return (uint32_t)(hash ^ hash >> 32);
}

const gj_ready_pattern *gj_ready_find(const gj_ready *ready, uint32_t hash, gj_slice source)
{
    size_t low = 0, high = ready ? ready->count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ready->patterns[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    for (; ready && low < ready->count && ready->patterns[low].hash == hash; low++) {
        const gj_ready_pattern *one = &ready->patterns[low];
        if (gj_slice_equal(source, (gj_slice){ (const char *)ready->sources + one->source, one->length }))
            return one;
    }
    return NULL;
}
