-- Laws and notices that reports cite: names, order numbers, titles. Data, so that a correction is one line.
-- Every name and number here was read (regulation.md); names of laws are those of their promulgation.

local laws = {}

--- The statute: its order since 2019, and the one before.
laws.order = "711"
laws.old_order = "492"

--- Wrong names that were met, with the right one.
laws.misnamed = {
  {
    names = {
      "政府信息条例", "政府信息公开工作条例", "政府信息管理条例", "政府信息公开管理条例", "政务公开条例", "政务信息公开条例", "《信息公开条例》",
      "《中华人民共和国信息公开条例》", "《国务院信息公开条例》", "《政府信息公开法》", "《中华人民共和国政府信息公开法》", "《政府公开信息条例》",
      "《中华人民共和国政府公开信息条例》",
    },
    right = "《中华人民共和国政府信息公开条例》",
  },
  {
    names = { "《中华人民共和国保密法》", "《中华人民共和国国家保密法》", "《保护国家秘密法》", "《中华人民共和国保护国家秘密法》" },
    right = "《中华人民共和国保守国家秘密法》",
  },
  {
    names = {
      "《个人信息保护条例》", "《中华人民共和国个人信息保护条例》", "《公民个人信息保护法》", "《个人信息法》", "《中华人民共和国个人信息法》", "《个人隐私保护法》",
    },
    right = "《中华人民共和国个人信息保护法》",
  },
  {
    names = { "《中华人民共和国复议法》", "行政复仪法", "行政复意法", "行政覆议法" },
    right = "《中华人民共和国行政复议法》",
  },
  {
    names = { "《行政诉法》", "《中华人民共和国行政诉法》", "《行政起诉法》", "行政诉讼条例", "行政诉迅法" },
    right = "《中华人民共和国行政诉讼法》",
  },
  {
    names = {
      "《政府信息处理费管理办法》", "《政府信息公开处理费管理办法》", "《政府信息公开信息处理费管理规定》", "《政府信息公开信息处理费管理条例》",
      "《政府信息公开信息处理费管理暂行办法》", "《政府信息公开信息处理费收取管理办法》",
    },
    right = "《政府信息公开信息处理费管理办法》",
  },
}

-- A document number behind its letters, whatever its brackets: 〔2021〕30号.
local number = [=[^\s*[〔\[（(﹝【［]?\s*(20[0-9]{2})\s*[〕\])）﹞】］]?\s*([0-9]{1,3})\s*号]=]

--- The notices on the form. `title` is what tells them apart in a sentence.
laws.forms = {
  ["2019"] = { year = "2019", number = "60", written = "国办公开办函〔2019〕60号", titles = { "报告有关事项的通知", "报告格式（试行）", "报告格式(试行)" } },
  ["2021"] = { year = "2021", number = "30", written = "国办公开办函〔2021〕30号", titles = { "报告格式" } },
}
laws.fee = { year = "2020", number = "109" }

--- Which notice's title stands in the words, or nil.
local function titled(words)
  for _, key in ipairs { "2019", "2021" } do
    for _, title in ipairs(laws.forms[key].titles) do
      if text.contains(words, title) then return key end
    end
  end
end

--- Citations of the notices on the form by number: { quote, written, number = "2019", "2021" or nil, title = that of the title before it, or nil }.
function laws.citations(report)
  local list = {}
  for quote in report:search("国办公开办函") do
    local found = text.find(quote:after(16), number)
    if found then
      local pieces = text.split(quote:before(60), "号") -- what belongs to another number ends there
      local entry = { quote = quote, written = quote.text .. found.text, title = titled(pieces[#pieces]) }
      for key, form in pairs(laws.forms) do
        if found[1] == form.year and found[2] == form.number then entry.number = key end
      end
      list[#list + 1] = entry
    end
  end
  return list
end

--- Citations of the fee measures by number: { quote, written, right }.
function laws.fee_citations(report)
  local list = {}
  for quote in report:search("信息处理费管理办法") do
    local letters = text.find(quote:after(34), [[^[^号。；]{0,14}?国办函(.*)]])
    local found = letters and text.find(letters[1], number)
    if found then
      list[#list + 1] = {
        quote = quote, written = "国办函" .. found.text, right = found[1] == laws.fee.year and found[2] == laws.fee.number,
      }
    end
  end
  return list
end

return laws
