/* joints.c - the joining words of a ruleset, found by their first character. */
#include "relation.h"

static size_t bucket_of(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return ((size_t)(b[2] & 63u) | (size_t)(b[1] & 3u) << 6) % GJ_JOINT_BUCKETS;
}

static void mark_start(gj_joints *joints, const char *bytes)
{
    joints->starts[(unsigned char)bytes[1] & 63u] |= UINT64_C(1) << ((unsigned char)bytes[2] & 63u);
}

void gj_joints_index(gj_joints *joints)
{
    static const char marks[] = "、，：；。！？（）《０１２３４５６７８９";
    for (size_t i = 0; i + 3 < sizeof marks; i += 3)
        mark_start(joints, marks + i);
    for (size_t i = 0; i < GJ_JOINT_BUCKETS; i++)
        joints->heads[i] = 0;
    for (size_t i = 0; i < joints->word_count; i++) {
        gj_joint_word *word = &joints->words[i];
        mark_start(joints, word->text.data);
        uint32_t *at = &joints->heads[bucket_of(word->text.data)];
        while (*at && joints->words[*at - 1].text.len >= word->text.len)
            at = &joints->words[*at - 1].next;
        word->next = *at;
        *at = (uint32_t)i + 1;
    }
}

const gj_joint_word *gj_joint_at(const gj_joints *joints, gj_slice text, size_t at)
{
    if (text.len - at < 3)
        return NULL;
    const char *here = text.data + at;
    for (uint32_t i = joints->heads[bucket_of(here)]; i; i = joints->words[i - 1].next) {
        const gj_joint_word *word = &joints->words[i - 1];
        size_t length = word->text.len;
        if (text.len - at >= length && here[length - 1] == word->text.data[length - 1] &&
            memcmp(here, word->text.data, length) == 0)
            return word;
    }
    return NULL;
}
