-- The blank report that `gouji new` writes: statutory headings, tables without figures, and in every place that wants words a hint
-- in our own. A hint begins with 【待填】, which NAR-025 finds as long as it is left; empty cells are T2-010's, T3-020's and T4-005's.

local mark = "【待填】"

local forms = { ["2019"] = "国办公开办函〔2019〕60号", ["2021"] = "国办公开办函〔2021〕30号" }

local above_county = { state = true, province = true, city = true, county = true }

--- What section one is about, by the items that the form lists.
local function overview(ask)
  local year = ask.year .. "年"
  local received = ask.scope == "aggregate" and "汇总本级各部门和下级的数字，" or ""
  local pages = { year .. "，" .. mark .. "用一两句话写本年工作最主要的特点。"
      .. "本报告所列数据的统计期限自" .. year .. "1月1日起至" .. year .. "12月31日止。" }
  local items = {
    "（一）主动公开。" .. mark .. "写公开了哪些方面的信息、各多少条、通过什么渠道；文件的制发、废止、现行有效件数要与表二一致。",
    "（二）依申请公开。" .. mark .. received .. "写新收、上年结转、办结、结转下年度各多少件，与表三一致；复议、诉讼各多少件，与表四一致。",
    "（三）政府信息管理。" .. mark .. "写信息发布前怎样审核、怎样清理失效的文件。",
    "（四）平台建设。" .. mark .. "写网站专栏、查阅点、公开栏的情况。",
    "（五）监督保障。" .. mark .. "写考核结果、社会评议、责任追究的情况，没有的写明没有。",
  }
  for _, item in ipairs(items) do pages[#pages + 1] = item end
  return pages
end

local function other(ask)
  local pages = {}
  if ask.form == "2021" then
    pages[1] = mark .. "写本年收取信息处理费的情况，没有收取的也要写明。"
  end
  pages[#pages + 1] = mark .. (above_county[ask.level] and ask.kind == "government"
    and "写贯彻上级年度工作要点的情况、政府对下指导监督的情况和其他需要报告的事项，没有的写明没有。"
    or "写其他需要报告的事项，没有的写明没有。")
  return pages
end

--- Every row of the form's table with its cells empty.
local function empty(sheet)
  local out = {}
  for _, row in ipairs(sheet.rows) do
    local cells, at = {}, out
    for _, column in ipairs(row.columns or sheet.columns) do cells[type(column) == "table" and column.key or column] = "" end
    local keys = text.split(row.key, ".")
    for index = 1, #keys - 1 do
      at[keys[index]] = at[keys[index]] or {}
      at = at[keys[index]]
    end
    at[keys[#keys]] = cells
  end
  return out
end

return function(ask)
  local form, tables, sections = lib[ask.form], {}, {}
  for _, sheet in ipairs(form.tables) do tables[sheet.key] = empty(sheet) end
  local written = {
    overview = overview(ask),
    proactive = { mark .. "逐格填写下表，没有的填0，不要空着，也不要写“无”或者画斜线。" },
    requests = { mark .. "逐格填写下表，没有的填0。每一列：第一项加第二项之和，等于第三项加第四项之和。" },
    disputes = { mark .. "逐格填写下表，没有的填0。三个“总计”各等于它前面四格之和。" },
    problems = {
      "（一）存在的主要问题。" .. mark .. "写本年实际存在的问题，至少一项，具体到事。",
      "（二）改进情况。" .. mark .. "写上年报告的问题改得怎样，本年的问题打算怎么改，逐项对应。",
    },
    other = other(ask),
  }
  for _, section in ipairs(form.sections) do
    sections[section.key] = { title = section.number .. "、" .. section.title, text = written[section.key] }
  end
  return {
    schema = "gouji/report@1",
    form = ask.form,
    title = ask.unit .. ask.year .. "年政府信息公开工作年度报告",
    year = ask.year,
    issuer = { name = ask.unit, level = ask.level, kind = ask.kind, scope = ask.scope, province = ask.province },
    preamble = { "本报告依据《中华人民共和国政府信息公开条例》第五十条和《中华人民共和国政府信息公开工作年度报告格式》（"
      .. forms[ask.form] .. "）编制。对本报告有疑问的，请与" .. mark .. "联系（写明办公室名称和电话）。" },
    sections = sections,
    tables = tables,
  }
end
