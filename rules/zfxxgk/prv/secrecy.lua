-- Marks of secrecy and of internal use, which a published report cannot bear.
-- Source: 条例 articles 14 and 17 (what may not be disclosed; review before publishing).

local mark = [[(?:绝密|机密|秘密)\s*[★☆]|密级\s*[：:]\s*(?:绝密|机密|秘密)]]
local alone = [[^\s*(?:绝密|机密|秘密)\s*(?:[▲◆].{0,12})?$]]
local marks = { "★", "☆", "密级" }
local internal = [[内部(?:资料|文件|材料|使用)[^。；]{0,6}?(?:注意保存|妥善保管|请勿|不得|严禁|禁止)|(?:请勿|不得|严禁|禁止)(?:对外|向外)?(?:外传|扩散|翻印|公开传播)]]
local whole = [=[^\s*[（(【]?内部(?:资料|文件|使用)[）)】]?\s*$|^\s*[（(](?:此件|本件)(?:不予公开|不公开|依申请公开)[）)]]=]
local internals = { "内部资料", "内部文件", "内部材料", "内部使用", "外传", "翻印", "扩散", "公开传播", "此件", "本件" }

rule {
  id = "PRV-007", name = "secrecy-mark", severity = "error",
  clauses = { "R711.14", "R711.17" },
  title = { zh = "带有涉密或内部标识", en = "A mark of secrecy or internal use" },
  messages = {
    default = {
      zh = "文中有密级标识“{first}”，公开发布的报告不能有。",
      en = "The text bears the mark of secrecy “{first}”; no published report can.",
    },
    internal = {
      zh = "文中有“{first}”的字样，与公开发布矛盾。",
      en = "The text says “{first}”, which no published report can say.",
    },
  },
  remedy = {
    zh = "先停止发布，由保密审查人员核实内容，确认可以公开后删去标识。",
    en = "Do not publish; have the contents reviewed, and remove the mark once they are cleared.",
  },
  explain = {
    zh = "看“秘密★”一类的密级标识、单独成行的密级、“内部资料，注意保存”“严禁外传”，以及“（此件不予公开）”。表三的“属于国家秘密”、正文的“保密审查”不算。",
    en = "Marks such as 秘密★, a class of secrecy on a line of its own, 内部资料 注意保存, 严禁外传, （此件不予公开）. Row 属于国家秘密 and 保密审查 pass.",
  },
  since = "1.1.0", tags = { "privacy" },
  check = function(report, finding)
    if report:any(marks) then
      for found in report:search(mark) do finding:fail { at = found, first = found } end
    end
    for _, word in ipairs { "绝密", "机密", "秘密" } do
      for found in report:search(word) do
        local paragraph = found:paragraph()
        if paragraph:find(alone) then finding:fail { at = found, first = found } end
      end
    end
    if not report:any(internals) then return end
    for found in report:search(internal) do finding:fail { at = found, first = found, message = "internal" } end
    for found in report:search(whole) do finding:fail { at = found, first = found, message = "internal" } end
  end,
  cases = {
    fails = {
      { append = { overview = "秘密★一年" }, severity = "error", expect = 1 },
      {
        each = {
          overview = {
            "绝密", "机密", "秘密▲一年", "机密☆", "密级：秘密", "秘密 ★",
          },
        },
      },
      { append = { other = "内部资料，注意保存。" }, expect = 1 },
      {
        each = {
          other = {
            "内部文件，妥善保管。", "内部材料，请勿转发。", "内部使用，不得转发。", "本资料严禁外传。",
            "未经许可不得翻印。", "请勿扩散。", "禁止公开传播。", "（此件不予公开）", "（本件依申请公开）",
            "【内部资料】",
          },
        },
      },
    },
    passes = {
      {},
      { append = { overview = "落实保密审查制度，不公开国家秘密、商业秘密，严禁泄露国家机密。" } },
      { append = { overview = "开展秘密载体清查，属于内部资料的不予公开。" } },
      { append = { other = "（此件主动公开）" } },
    },
  },
}
