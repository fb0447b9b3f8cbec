#include "words.h"

typedef struct word {
    const char *key, *zh, *en;
} word;

static const char *look_up(const word *words, gj_slice key, gj_lang lang)
{
    for (const word *w = words; w->key; w++)
        if (gj_slice_is(key, w->key))
            return GJ_PICK(lang, w->zh, w->en);
    return NULL;
}

const char *gj_word_severity(gj_severity severity, gj_lang lang)
{
    switch (severity) {
    case GJ_ERROR:
        return GJ_PICK(lang, "错误", "error");
    case GJ_WARNING:
        return GJ_PICK(lang, "警告", "warning");
    default:
        return GJ_PICK(lang, "提示", "info");
    }
}

const char *gj_word_finding(const gj_finding *finding, gj_lang lang)
{
    if (finding->outcome == GJ_REVIEW)
        return GJ_PICK(lang, "需人工核实", "review");
    return gj_word_severity(finding->severity, lang);
}

const char *gj_word_outcome(gj_outcome outcome, gj_lang lang)
{
    static const char *const zh[GJ_OUTCOMES] = { "通过", "未通过", "需人工核实", "不适用", "未执行", "出错" };
    static const char *const en[GJ_OUTCOMES] = { "passed",         "failed",  "needs review",
                                                 "not applicable", "not run", "broken" };
    return GJ_PICK(lang, zh[outcome], en[outcome]);
}

const char *gj_word_verdict(gj_verdict verdict, gj_lang lang)
{
    switch (verdict) {
    case GJ_CLEAN:
        return GJ_PICK(lang, "通过", "passed");
    case GJ_FAILED:
        return GJ_PICK(lang, "未通过", "failed");
    case GJ_TO_REVIEW:
        return GJ_PICK(lang, "需人工核实", "needs review");
    case GJ_CANNOT_READ:
        return GJ_PICK(lang, "无法读取", "unreadable");
    default:
        return GJ_PICK(lang, "未检查", "not checked");
    }
}

const char *gj_word_profile(gj_profile profile, gj_lang lang)
{
    if (profile == GJ_PROFILE_NATIONAL)
        return GJ_PICK(lang, "national：只按法律、全国统一格式和算术检查",
                       "national: law, the national form and arithmetic only");
    if (profile == GJ_PROFILE_STRICT)
        return GJ_PICK(lang, "strict：机关级别、统计范围不明时也不降级",
                       "strict: nothing is lowered while level or scope is unknown");
    return NULL;
}

const char *gj_word_ground(gj_ground ground, gj_lang lang)
{
    if (ground == GJ_LOCAL)
        return GJ_PICK(lang, "依据为地方要求，不是全国统一规定", "this is asked by local rules, not by national ones");
    if (ground == GJ_PRACTICE)
        return GJ_PICK(lang, "依据为通行做法，没有明文规定", "this is common practice, no rule says so");
    return NULL;
}

const char *gj_word_because(gj_slice because, gj_lang lang)
{
    static const word reasons[] = {
        { "budget", "规则超出运行限额，没有执行完", "the rule exceeded its budget and did not finish" },
        { "prior", "没有提供上一年度报告", "last year's report was not given" },
        { "form", "没有这个年度的格式", "there is no form for this year" },
        { "deselected_by_config", "配置中已停用", "switched off by configuration" },
        { NULL, NULL, NULL },
    };
    return look_up(reasons, because, lang);
}

gj_slice gj_word_issuer(gj_slice key, gj_lang lang)
{
    static const word words[] = {
        { "state", "国家级", "state" },
        { "province", "省级", "province" },
        { "city", "市级", "city" },
        { "county", "县级", "county" },
        { "township", "乡镇", "township" },
        { "subdistrict", "街道", "subdistrict" },
        { "zone", "开发区、功能区", "zone" },
        { "government", "人民政府", "government" },
        { "department", "政府部门", "department" },
        { "other", "其他机构", "other body" },
        { "own", "只报本机关", "own figures" },
        { "aggregate", "汇总本地区", "aggregate figures" },
        { "inferred", "由报告推断", "inferred from the report" },
        { "metadata", "按报告所附信息", "from the report's metadata" },
        { "config", "按配置", "from configuration" },
        { "flag", "按命令行", "from the command line" },
        { NULL, NULL, NULL },
    };
    const char *known = look_up(words, key, lang);
    return known ? gj_slice_of(known) : key;
}
