/* measure.c - a table in the order of first characters (by their bytes), for a binary search; longest words first within one. */
#include "measure.h"

#include <stdint.h>

typedef struct measure {
    char word[13];
    gj_measure_kind kind;
    const char *unless; /* characters that, following, make it part of another word */
} measure;

static const measure measures[] = {
    { "%", GJ_MEASURE_COUNT, "" },
    { "‰", GJ_MEASURE_COUNT, "" },
    { "万元", GJ_MEASURE_COUNT, "" },
    { "个工作日", GJ_MEASURE_TIME, "" },
    { "个百分点", GJ_MEASURE_COUNT, "" },
    { "个多月", GJ_MEASURE_TIME, "" },
    { "个月", GJ_MEASURE_TIME, "" },
    { "个", GJ_MEASURE_COUNT, "" },
    { "亩", GJ_MEASURE_COUNT, "" },
    { "人次", GJ_MEASURE_COUNT, "" },
    { "人", GJ_MEASURE_COUNT, "民大均事才" },
    { "亿元", GJ_MEASURE_COUNT, "" },
    { "件次", GJ_MEASURE_COUNT, "" },
    { "件", GJ_MEASURE_COUNT, "" },
    { "份", GJ_MEASURE_COUNT, "额" },
    { "位", GJ_MEASURE_COUNT, "于置" },
    { "例", GJ_MEASURE_COUNT, "行如外" },
    { "倍", GJ_MEASURE_COUNT, "" },
    { "元", GJ_MEASURE_COUNT, "旦" },
    { "公里", GJ_MEASURE_COUNT, "" },
    { "公顷", GJ_MEASURE_COUNT, "" },
    { "册", GJ_MEASURE_COUNT, "" },
    { "分钟", GJ_MEASURE_TIME, "" },
    { "分", GJ_MEASURE_COUNT, "别之类析局公" },
    { "则", GJ_MEASURE_COUNT, "" },
    { "卷", GJ_MEASURE_COUNT, "" },
    { "台", GJ_MEASURE_COUNT, "" },
    { "号", GJ_MEASURE_PLACE, "" },
    { "名", GJ_MEASURE_COUNT, "称单义" },
    { "吨", GJ_MEASURE_COUNT, "" },
    { "周", GJ_MEASURE_TIME, "边年" },
    { "场次", GJ_MEASURE_COUNT, "" },
    { "场", GJ_MEASURE_COUNT, "所" },
    { "处", GJ_MEASURE_COUNT, "理罚置于室分" },
    { "大项", GJ_MEASURE_COUNT, "" },
    { "大类", GJ_MEASURE_COUNT, "" },
    { "天", GJ_MEASURE_TIME, "然" },
    { "套", GJ_MEASURE_COUNT, "" },
    { "字", GJ_MEASURE_COUNT, "" },
    { "季度", GJ_MEASURE_TIME, "" },
    { "宗", GJ_MEASURE_COUNT, "旨" },
    { "室", GJ_MEASURE_PLACE, "" },
    { "家次", GJ_MEASURE_COUNT, "" },
    { "家", GJ_MEASURE_COUNT, "庭园" },
    { "封", GJ_MEASURE_COUNT, "" },
    { "小项", GJ_MEASURE_COUNT, "" },
    { "小时", GJ_MEASURE_TIME, "" },
    { "层", GJ_MEASURE_PLACE, "级" },
    { "工作日", GJ_MEASURE_TIME, "" },
    { "幅", GJ_MEASURE_COUNT, "" },
    { "平方米", GJ_MEASURE_COUNT, "" },
    { "平方公里", GJ_MEASURE_COUNT, "" },
    { "年", GJ_MEASURE_TIME, "" },
    { "度", GJ_MEASURE_COUNT, "" },
    { "张", GJ_MEASURE_COUNT, "" },
    { "户次", GJ_MEASURE_COUNT, "" },
    { "户", GJ_MEASURE_COUNT, "籍" },
    { "所", GJ_MEASURE_COUNT, "列示述在有" },
    { "批次", GJ_MEASURE_COUNT, "" },
    { "批", GJ_MEASURE_COUNT, "准示复" },
    { "日", GJ_MEASURE_TIME, "" },
    { "月", GJ_MEASURE_TIME, "" },
    { "期", GJ_MEASURE_COUNT, "间限满" },
    { "本", GJ_MEASURE_COUNT, "级局市县区镇乡街省机部单年次" },
    { "条次", GJ_MEASURE_COUNT, "" },
    { "条", GJ_MEASURE_COUNT, "例款" },
    { "栋", GJ_MEASURE_PLACE, "" },
    { "栏", GJ_MEASURE_COUNT, "目" },
    { "楼", GJ_MEASURE_PLACE, "" },
    { "次", GJ_MEASURE_COUNT, "" },
    { "班次", GJ_MEASURE_COUNT, "" },
    { "种", GJ_MEASURE_COUNT, "" },
    { "秒", GJ_MEASURE_TIME, "" },
    { "笔", GJ_MEASURE_COUNT, "" },
    { "篇次", GJ_MEASURE_COUNT, "" },
    { "篇", GJ_MEASURE_COUNT, "幅" },
    { "米", GJ_MEASURE_COUNT, "" },
    { "类", GJ_MEASURE_COUNT, "" },
    { "组", GJ_MEASURE_COUNT, "织成" },
    { "起", GJ_MEASURE_COUNT, "诉来至施实" },
    { "轮", GJ_MEASURE_COUNT, "" },
    { "辆", GJ_MEASURE_COUNT, "" },
    { "通", GJ_MEASURE_COUNT, "过知报告道" },
    { "部", GJ_MEASURE_COUNT, "门分委属署位队" },
    { "页", GJ_MEASURE_COUNT, "" },
    { "项次", GJ_MEASURE_COUNT, "" },
    { "项", GJ_MEASURE_COUNT, "" },
    { "％", GJ_MEASURE_COUNT, "" },
};

#define MEASURE_COUNT (sizeof measures / sizeof *measures)

static bool follows(gj_slice text, size_t at, const char *set)
{
    for (const char *one = set; *one; one += 3)
        if (text.len - at >= 3 && memcmp(text.data + at, one, 3) == 0)
            return true;
    return false;
}

/* The first three bytes as a number that sorts as they do; a shorter text is filled up with zeros. */
static uint32_t first_of(const char *bytes, size_t length)
{
    uint32_t code = 0;
    for (size_t i = 0; i < 3; i++)
        code = code << 8 | (i < length ? (unsigned char)bytes[i] : 0);
    return code;
}

gj_measure_kind gj_measure_at(gj_slice text, size_t at, size_t *length)
{
    *length = 0;
    if (at >= text.len)
        return GJ_MEASURE_NONE;
    gj_slice rest = gj_slice_sub(text, at, text.len);
    uint32_t code = rest.data[0] == '%' ? first_of("%", 1) : first_of(rest.data, rest.len);
    size_t low = 0, high = MEASURE_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (first_of(measures[middle].word, 3) < code)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < MEASURE_COUNT && first_of(measures[i].word, 3) == code; i++) {
        const measure *m = &measures[i];
        size_t size = strlen(m->word);
        if (rest.len < size || memcmp(rest.data, m->word, size) != 0)
            continue;
        if (follows(text, at + size, m->unless))
            return GJ_MEASURE_NONE;
        *length = size;
        return m->kind;
    }
    return GJ_MEASURE_NONE;
}

bool gj_measure_is_time(gj_slice unit)
{
    size_t length;
    return gj_measure_at(unit, 0, &length) == GJ_MEASURE_TIME && length == unit.len;
}

bool gj_measure_is_rate(gj_slice unit)
{
    return gj_slice_is(unit, "%") || gj_slice_is(unit, "％") || gj_slice_is(unit, "‰") ||
           gj_slice_is(unit, "个百分点") || gj_slice_is(unit, "倍");
}
