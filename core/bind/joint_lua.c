/* Joining words from Lua: one list for each thing that a word can do. */
#include "form_lua.h"

static const struct {
    const char *field;
    gj_joint joint;
} lists[] = {
    { "opens", GJ_JOINT_OPENS },   { "divides", GJ_JOINT_DIVIDES }, { "rest", GJ_JOINT_REST },
    { "etc", GJ_JOINT_ETC },       { "total", GJ_JOINT_TOTAL },     { "joins", GJ_JOINT_AND },
    { "share", GJ_JOINT_SHARE },   { "rate", GJ_JOINT_RATE },       { "compares", GJ_JOINT_COMPARES },
    { "up", GJ_JOINT_UP },         { "down", GJ_JOINT_DOWN },       { "from", GJ_JOINT_FROM },
    { "to", GJ_JOINT_TO },         { "subject", GJ_JOINT_SUBJECT }, { "doubts", GJ_JOINT_DOUBTS },
    { "begins", GJ_JOINT_BEGINS }, { "ends", GJ_JOINT_ENDS },       { "none", GJ_JOINT_NONE },
};
enum { LISTS = sizeof lists / sizeof *lists };

typedef struct raw_list {
    gj_slice *words;
    size_t count;
} raw_list;

static gj_status read_lists(gj_fields *f, raw_list raw[LISTS], size_t *total)
{
    *total = 0;
    for (size_t i = 0; i < LISTS; i++) {
        GJ_TRY(gj_field_strings(f, lists[i].field, false, &raw[i].words, &raw[i].count));
        *total += raw[i].count;
        for (size_t w = 0; w < raw[i].count; w++)
            if (raw[i].words[w].len < 3)
                return gj_field_fail(f, lists[i].field, "词至少是一个汉字", "a word has at least three bytes");
    }
    return GJ_OK;
}

gj_status gj_joints_from_lua(gj_fields *f, gj_joints *out)
{
    static const char *const known[] = { "opens",  "divides",  "rest", "etc",  "total", "joins", "share",
                                         "rate",   "compares", "up",   "down", "from",  "to",    "subject",
                                         "doubts", "begins",   "ends", "none", "alike", NULL };
    raw_list raw[LISTS] = { { NULL, 0 } };
    size_t total;
    GJ_TRY(gj_fields_known(f, known));
    GJ_TRY(gj_field_strings(f, "alike", false, &out->alike, &out->alike_count));
    GJ_TRY(read_lists(f, raw, &total));
    out->words = GJ_ARRAY(f->arena, total, gj_joint_word);
    if (!out->words)
        return gj_fail_nomem(f->err);
    for (size_t i = 0; i < LISTS; i++)
        for (size_t w = 0; w < raw[i].count; w++)
            out->words[out->word_count++] = (gj_joint_word){ .text = raw[i].words[w], .joint = lists[i].joint };
    gj_joints_index(out);
    return GJ_OK;
}
