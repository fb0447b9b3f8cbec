-- The three results a government reports: appraisal, public evaluation, accountability.
-- Source: 条例 article 50(4), second part, and article 46; F21 （一） places them under 监督保障. 各级人民政府 includes townships, not departments;
-- a subdistrict office is an agency, so it is only reminded.

local narrative = lib.narrative

-- What was found or done. That a system exists (纳入考核, 建立评议制度, 严肃追究) is no result.
local kinds = {
  {
    name = { zh = "工作考核", en = "appraisal" },
    mention = [[考核|考评]],
    results = {
      [[(?:考核|考评)[^。；]{0,6}结果(?!纳入|作为)(?:[^。；，]{0,10}(?:为|是|显示|运用|公布|公开|通报|优秀|良好|合格|达标|均|位))]],
      [[(?:考核|考评)[^。；]{0,24}(?:优秀|良好|合格|达标|优等|一等|第[一二三四五六七八九十\d]+[名位]|得分|\d+(?:\.\d+)?分|位列|位居|名列|表扬|先进)]],
      [[(?:被评为|获评|获得|荣获)[^。；]{0,30}(?:考核|考评|先进|优秀)]],
      [[(?:开展|组织|进行|完成|实施|接受)了?[^。；，]{0,16}(?:考核|考评)[^。；，]{0,12}\d+\s*(?:次|轮|家|个)]],
      [[\d+\s*(?:次|轮)[^。；，]{0,10}(?:考核|考评)]],
      [[(?:未|没有)(?:开展|组织|进行|发生|参加)[^。；，]{0,12}(?:考核|考评)]],
      [[(?:已|顺利)(?:完成|通过)[^。；，]{0,16}(?:考核|考评)|(?:考核|考评)[^。；，]{0,8}(?:已完成|全部完成|顺利通过)]],
    },
  },
  {
    name = { zh = "社会评议", en = "public evaluation" },
    mention = [[评[议估]|测评|满意度]],
    results = {
      [[(?<!定期)(?:开展|组织|举办|接受|进行|邀请)了?[^。；，]{0,16}(?:评议|满意度(?:调查|测评|评价)|群众测评)(?!制度|机制|办法)]],
      [[(?:评议|测评|满意度(?:调查|测评|评价)?)[^。；，]{0,12}(?:结果|满意率|满意度|良好|优秀|达\d|为\d|\d+(?:\.\d+)?%)]],
      [[(?:未|没有|无)[^。；，]{0,12}(?:评议|测评)]],
      [[评议[^。；，]{0,12}(?:未收到|无)]],
      -- An evaluation by a third party is a form of it.
      [[(?:开展|组织|委托|引入|邀请|接受|聘请)了?[^。；，]{0,16}(?:社会评估|第三方[^。；，]{0,10}评估)(?!制度|机制|办法)]],
    },
  },
  {
    name = { zh = "责任追究", en = "accountability" },
    mention = [[追究|追责|问责]],
    results = {
      [[(?:未|没有|无|零)[^。；]{0,44}?(?:责任追究|追究责任|追究[^。；，]{0,6}责任|被?追责|问责|责任人?被?追究)]],
      [[(?:责任追究|追责|问责)[^。；，]{0,10}(?:为?0|为零|零|未发生|无|没有)]],
      [[(?:追究|问责|约谈|追责|处分)[^。；，]{0,10}\d+\s*(?:人|次|起|件|名)]],
      [[(?:已|并)?对[^。；，]{0,24}(?:进行|实施|给予|予以|作出)了?[^。；，]{0,10}(?:问责|追责|约谈|处分|通报批评)]],
    },
  },
}
local hypothetical = [[一旦|如有|如果|凡是?|对于?未按|将(?:予以|严肃|依法|按)|若]]

for _, kind in ipairs(kinds) do kind.once = narrative.once(kind.mention) end

local function has_result(report, kind)
  return narrative.first(report, nil, kind.once, function(sentence)
    local words = sentence.text
    return narrative.matches(words, kind.results) and not text.test(words, hypothetical)
  end) ~= nil
end

--- The words of section one that come nearest to the missing results: where they would be written. Without any, the heading.
local function mentions(report, missing)
  local list = {}
  for _, kind in ipairs(missing) do
    list[#list + 1] = narrative.search(report, "(?:" .. kind.mention .. ")[^。；]{0,40}", "overview")
  end
  if #list == 0 then list[1] = report:section("overview") end
  return list
end

local function severity(report, count)
  if report.kind == "department" or report.kind == "other" or report.level == "subdistrict" then return "info" end
  if count < #kinds then return "warning" end
  return report.kind == "government" and "error" or "warning"
end

rule {
  id = "NAR-004", name = "three-results-missing", severity = "error",
  clauses = { "R711.50.4.results", "R711.46", "F21.overview" },
  title = { zh = "缺少工作考核、社会评议、责任追究结果", en = "Results of appraisal, evaluation or accountability are missing" },
  messages = {
    default = {
      zh = "没有写{names}的结果；写了制度或要求不等于结果。",
      en = "No result is given for {names}; that a system or a demand exists is no result.",
    },
    reminder = {
      zh = "没有写{names}的结果。条例对各级人民政府有此要求，本机关可参照补写。",
      en = "No result is given for {names}. The statute asks this of governments; this body may follow it.",
    },
  },
  remedy = {
    zh = "在“监督保障”一段各写一句结果，例如：考核结果为良好；开展社会评议1次，满意度96%；未发生责任追究情形。没有发生的也写明。",
    en = "Give one sentence of result each, for instance: appraised as good; one public evaluation, 96% satisfied; no one was held to account. "
      .. "Say also what did not happen.",
  },
  explain = {
    zh = "条例第五十条要求各级人民政府（含乡镇）报告三项结果。三项全缺为错误，缺一两项为警告；部门、街道办事处、管委会只作提示。"
      .. "“纳入绩效考核”“严肃追究责任”是制度和要求，不是结果。",
    en = "Article 50 asks governments, townships too, for three results. All missing is an error, one or two a warning; departments, "
      .. "subdistricts and zones are only reminded. That the work is part of an appraisal, or that breaches will be punished, is no result.",
  },
  lower_when_unknown = true, needs = { "section:overview" }, since = "1.0.0", tags = { "narrative", "supervision" },
  check = function(report, finding)
    local missing, names = {}, {}
    for _, kind in ipairs(kinds) do
      if not has_result(report, kind) then
        missing[#missing + 1] = kind
        names[#names + 1] = kind.name
      end
    end
    if #missing > 0 then
      local grade, places = severity(report, #missing), mentions(report, missing)
      finding:fail {
        at = places[1], quotes = places, place = "overview.results", names = lib.words.list(names, 3), severity = grade,
        message = grade == "info" and "reminder" or nil,
      }
    end
  end,
  cases = {
    fails = {
      {
        text = { overview = {
          "镇纪委承担责任追究职责，一旦发现违规行为，严肃追究相关人员责任。",
          "健全监督考核制度，将政务公开工作纳入年度绩效考核内容，以考核推动工作落实。",
        } },
        severity = "error", expect = 1,
      },
      { text = { overview = "在县里的政务公开考核中结果为良好；未发生责任追究情形。" }, severity = "warning" },
      { text = { overview = "全年主动公开政府信息126条。" }, level = "county", kind = "department", name = "某县财政局", severity = "info" },
      { text = { overview = "全年主动公开政府信息126条。" }, level = "subdistrict", kind = "other", severity = "info" },
      { each = { overview = {
        "考核结果为良好。开展社会评议1次。一旦发生则追究2人。",
        "考核结果为良好。开展社会评议1次。如有问题追究2人。",
        "考核结果为良好。开展社会评议1次。如果发生则追究2人。",
        "考核结果为良好。开展社会评议1次。凡是违规的追究2人。",
        "考核结果为良好。开展社会评议1次。对未按要求公开的追究2人。",
        "考核结果为良好。开展社会评议1次。将严肃追究2人。",
        "考核结果为良好。开展社会评议1次。若有违规则追究2人。",
      } }, severity = "warning" },
      { text = { overview = "全年主动公开政府信息126条。" }, level = "zone", kind = "other", severity = "info", says = "可参照" },
      { text = { overview = "考核结果为良好。" }, severity = "warning", says = "不等于结果" },
    },
    passes = {
      {},
      {
        why = "第三方评估也是社会评议",
        text = { overview = "考核结果向社会公开；委托第三方机构开展社会评估；未发生责任追究情形。" },
      },
      {
        text = { overview = {
          "强化考核结果运用，对26个单位予以通报表扬。积极主动接受社会评议。",
          "2024年，本单位没有因政务公开产生投诉、举报以及因工作不力导致的责任追究情况。",
        } },
      },
      { form = "2019" },
      { each = { overview = {
        "年度考核结果为良好。开展社会评议1次。未发生责任追究情形。",
        "考核得分92分。开展社会评议1次。未发生责任追究情形。",
        "被评为考核先进单位。开展社会评议1次。未发生责任追究情形。",
        "开展工作考评2次。开展社会评议1次。未发生责任追究情形。",
        "全年2轮考核。开展社会评议1次。未发生责任追究情形。",
        "未参加考核。开展社会评议1次。未发生责任追究情形。",
        "已完成年度考核。开展社会评议1次。未发生责任追究情形。",
        "考核已完成。开展社会评议1次。未发生责任追究情形。",
        "开展群众评议活动。考核结果为良好。未发生责任追究情形。",
        "满意度测评为98%。考核结果为良好。未发生责任追究情形。",
        "全年无评议。考核结果为良好。未发生责任追究情形。",
        "社会评议未收到意见。考核结果为良好。未发生责任追究情形。",
        "社会评议结果良好。考核结果为良好。未发生责任追究情形。",
        "全年没有被问责的情况。考核结果为良好。开展社会评议1次。",
        "责任追究为零。考核结果为良好。开展社会评议1次。",
        "问责2人。考核结果为良好。开展社会评议1次。",
        "对1个单位进行了通报批评和问责。考核结果为良好。开展社会评议1次。",
        "追责0起。考核结果为良好。开展社会评议1次。",
      } } },
      { each = { overview = {
        "考核结果已公布。开展社会评议1次。未发生责任追究情形。", "荣获先进单位称号，系年度考核结论。开展社会评议1次。未发生责任追究情形。",
        "考核结果为良好。开展群众测评活动。未发生责任追究情形。", "考核结果为良好。满意度为98%。未发生责任追究情形。",
      } } },
    },
    not_run = { { drop = "sections.overview" } },
  },
}
