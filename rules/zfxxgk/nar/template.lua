-- The form's own instructions left in the report.
-- Source: F21 （一） and closing item （敷衍塞责）; 条例 article 6. OBS: a subdistrict and a city bureau published such words.

local instructions = lib.instructions

--- Every fragment that stands in the report. The note is the table's own in section three.
local function pasted(report)
  local list = {}
  for found in report:search(instructions.fragments) do list[#list + 1] = found end
  if report:contains(instructions.note) then
    for found in report:search(instructions.note) do
      if found.section ~= instructions.table_section then list[#list + 1] = found end
    end
  end
  return list
end

rule {
  id = "NAR-021", name = "instructions-pasted", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "照抄了格式说明", en = "The form's instructions were pasted" },
  message = {
    zh = "正文里留着格式通知的说明文字：“{words}”。",
    en = "Words of the form's instructions stand in the text: “{words}”.",
  },
  remedy = {
    zh = "删去说明文字，改写成本机关自己的情况。",
    en = "Delete them and write what this body did.",
  },
  explain = {
    zh = "格式通知里写给编报人的话（“这一项报告……”“……情况进行综述”）不是报告内容。表三左上角的勾稽关系注是表格的一部分，不算。",
    en = "What the notice says to whoever writes the report is no part of the report. The note in table 3's corner belongs to the table.",
  },
  since = "1.1.0", tags = { "narrative", "template" },
  check = function(report, finding)
    local list = pasted(report)
    if #list > 0 then
      finding:fail { at = list[1]:sentence(), quotes = lib.words.first(list, 5), place = "instructions", words = list[1]:sentence() }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "这一项报告本机关政府信息公开工作总体情况。" }, expect = 1 },
      {
        append = { overview = "监督保障（含《中华人民共和国政府信息公开条例》第五十条第四项规定的各级人民政府“工作考核、社会评议和责任追究结果情况”）。" },
      },
      { append = { requests = "区分处理的，是指对同一申请部分公开、部分不公开。" } },
      { append = { overview = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" }, why = "注抄到了第一部分" },
    },
    passes = {
      {},
      { append = { requests = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" }, why = "表三的注" },
      { append = { overview = "部分公开（区分处理的，只计这一情形，不计其他情形）1件。" }, why = "照表三的行名写数" },
      { append = { overview = "按照条例第五十条第四项规定，报告工作考核、社会评议和责任追究结果。" } },
    },
  },
}
