-- Notices as cited: the one on the form in force, title and number that belong together, brackets of a number.
-- Source: the notices themselves (〔2019〕60号, 〔2021〕30号, 国办函〔2020〕109号); GB/T 9704 for brackets.

local laws, narrative = lib.laws, lib.narrative

-- The 2019 notice by its title. Provinces and counties give their own yearly notices nearly the same one.
local old_title = [[(?:政务公开办公室|国办公开办)[^，。；》]{0,4}关于政府信息公开工作年度报告有关事项的通知|《关于政府信息公开工作年度报告有关事项的通知》]]
local new_form = [[政府信息公开工作年度报告格式(?!\s*[（(]试行)]]

rule {
  id = "REF-003", name = "outdated-form-notice", severity = "warning",
  clauses = { "F21.name", "F19.name" },
  title = { zh = "引用失效的格式文件", en = "The notice cited is no longer in force" },
  messages = {
    default = {
      zh = "{year}年的报告引用了“{citation}”，这是2019、2020两个年度的试行格式。",
      en = "A report for {year} cites “{citation}”: the trial form of 2019 and 2020.",
    },
    both = {
      zh = "既引用了现行格式，又引用了“{citation}”；后者只用于2019、2020两个年度。",
      en = "Both the present form and “{citation}” are cited; the latter holds for 2019 and 2020 only.",
    },
  },
  remedy = {
    zh = "改为“《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）”，并确认表格用的是现行格式。",
    en = "Cite 国办公开办函〔2021〕30号, and make sure that the tables follow it.",
  },
  explain = {
    zh = "2021年度起的报告用国办公开办函〔2021〕30号的格式。同时引用两个文件的，仅作提示。各地自己的年度通知名称相近，不算。",
    en = "Reports for 2021 and later follow 国办公开办函〔2021〕30号. Where both are cited it is a remark. Local yearly notices have similar titles and "
      .. "are not taken.",
  },
  needs = { "year" }, since = "1.1.0", tags = { "citation" },
  applies = function(report) return report.year >= 2021 end,
  check = function(report, finding)
    local old, present
    for _, citation in ipairs(laws.citations(report)) do
      if citation.number == "2019" and citation.title ~= "2021" then old = old or citation end
      if citation.number == "2021" then present = true end
    end
    local title = not old and not present and narrative.search(report, old_title)
    if not (old or title) then return end
    local both = present or narrative.search(report, new_form)
    finding:fail {
      at = title or old.quote, citation = title or old.written, year = tostring(report.year),
      message = both and "both" or nil, severity = both and "info" or nil,
    }
  end,
  cases = {
    fails = {
      { append = { overview = "本报告按照国办公开办函〔2019〕60号文件编制。" }, severity = "warning" },
      { append = { overview = "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制。" }, severity = "warning" },
      { append = { overview = "按照国办公开办函〔2019〕60号、国办公开办函〔2021〕30号文件编制。" }, severity = "info" },
      { append = { overview = "按照国办公开办函〔2019〕60号和《政府信息公开工作年度报告格式》编制。" }, severity = "info", says = "既引用了" },
      { append = { overview = "根据《关于政府信息公开工作年度报告有关事项的通知》编制。" } },
      { year = 2021, title = "青石镇人民政府2021年政府信息公开工作年度报告", append = { overview = "按照国办公开办函〔2019〕60号文件编制。" } },
    },
    passes = {
      {},
      { append = { overview = "按照《…年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。" } },
      { append = { overview = "根据县政府办公室《关于编制公布2024年政府信息公开工作年度报告有关事项的通知》编制。" } },
      { append = { overview = "按照《…工作年度报告格式〉的通知》（国办公开办函〔2019〕60号）编制。" }, why = "名称与文号不配，由 REF-005 提示" },
    },
    not_applicable = { { form = "2019", append = { overview = "按照国办公开办函〔2019〕60号文件编制。" } } },
    not_run = { { markdown = "# 青石镇人民政府政府信息公开工作年度报告\n\n## 一、总体情况\n\n我镇公开信息。\n" } },
  },
}

local without_work = [[政府信息公开年度报告格式]]

rule {
  id = "REF-005", name = "title-number-mismatch", severity = "warning",
  clauses = { "F21.name", "F19.name", "FEE.1" },
  title = { zh = "文件名与文号不匹配", en = "Title and number of a notice do not belong together" },
  messages = {
    default = {
      zh = "“{citation}”前面写的文件名与文号不配：这个名称的文件是{expected}。",
      en = "The title before “{citation}” belongs to another number: {expected}.",
    },
    fee = {
      zh = "“{citation}”：信息处理费管理办法的文号是国办函〔2020〕109号。",
      en = "“{citation}”: the fee measures are 国办函〔2020〕109号.",
    },
    word = {
      zh = "“{citation}”少了“工作”两个字，文件名是《中华人民共和国政府信息公开工作年度报告格式》。",
      en = "“{citation}” lacks 工作; the form is called 《中华人民共和国政府信息公开工作年度报告格式》.",
    },
  },
  remedy = {
    zh = "对照原文件，把名称和文号改成一致：〔2021〕30号是“关于印发〈…工作年度报告格式〉的通知”，〔2019〕60号是“关于政府信息公开工作年度报告有关事项的通知”。",
    en = "Compare with the notice itself: 〔2021〕30号 issues the form (关于印发〈…工作年度报告格式〉的通知), 〔2019〕60号 is 关于…年度报告有关事项的通知.",
  },
  explain = {
    zh = "看两个格式文件和信息处理费管理办法的名称与紧跟其后的文号。只写文号或只写名称的不算。",
    en = "Titles of the two notices on the form and of the fee measures, with the number right behind. A number or a title alone is fine.",
  },
  since = "1.1.0", tags = { "citation" },
  check = function(report, finding)
    for _, citation in ipairs(laws.citations(report)) do
      if citation.title and citation.number ~= citation.title then
        finding:fail { at = citation.quote, citation = citation.written, expected = laws.forms[citation.title].written }
      end
    end
    for _, citation in ipairs(laws.fee_citations(report)) do
      if not citation.right then finding:fail { at = citation.quote, citation = citation.written, message = "fee" } end
    end
    local short = report:contains(without_work)
    if short then finding:fail { at = short, citation = short, message = "word" } end
  end,
  cases = {
    fails = {
      { append = { overview = "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。" } },
      { append = { overview = "根据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2019〕60号）编制。" } },
      { append = { overview = "根据《关于印发〈中华人民共和国政府信息公开年度报告格式〉的通知》编制。" }, expect = 1 },
      { append = { other = "按照《政府信息公开信息处理费管理办法》（国办函〔2021〕109号），未收取费用。" } },
    },
    passes = {
      {},
      { append = { overview = "根据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。" } },
      { append = { overview = "根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。" } },
      { append = { overview = "落实《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）。" }, why = "是另一个文件" },
      { append = { overview = "按照县政府办《关于做好年度报告有关事项的通知》（青政办发〔2024〕3号）和国办公开办函〔2021〕30号编制。" } },
      { append = { other = "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），未收取费用。" } },
    },
  },
}

local openings = { "[20", "(20", "（20", "﹝20", "【20", "［20" }
local brackets = [==[[\[(（﹝【［]20[0-9]{2}\s*[\])）﹞】］]\s*[0-9]{1,4}\s*号(?!楼|院|线|令)]==]

rule {
  id = "REF-006", name = "document-number-brackets", severity = "info",
  clauses = { "STD.text" },
  title = { zh = "文号括号不规范", en = "Brackets of a document number" },
  message = {
    zh = "“{first}”的年份用了别的括号，共{count}处；公文格式规定用六角括号〔〕。",
    en = "“{first}” has other brackets round its year (places: {count}); the norm for official documents is 〔〕.",
  },
  remedy = {
    zh = "年份用六角括号，例如“国办公开办函〔2021〕30号”。",
    en = "Put the year in 〔〕, for instance 国办公开办函〔2021〕30号.",
  },
  explain = {
    zh = "（2021）、[2021]、﹝2021﹞、【2021】都不规范。只看年份后面紧跟“数字+号”的文号；裁判文书的案号不算。",
    en = "（2021）, [2021], ﹝2021﹞ and 【2021】 are not the norm's. Only numbers of the kind year, number, 号; case numbers of courts are not taken.",
  },
  since = "1.1.0", tags = { "citation", "wording" },
  check = function(report, finding)
    if not report:any(openings) then return end
    local list = {}
    for found in report:search(brackets) do
      if text.test(found:before(1), [[^[一-龥]$]]) then list[#list + 1] = found end -- 国办发（2019）14号
    end
    if #list > 0 then
      finding:fail { at = list[1], quotes = lib.words.first(list, 5), place = "document-number", first = list[1], count = #list }
    end
  end,
  cases = {
    fails = {
      { append = { overview = "按照国办公开办函[2021]30号文件编制。" }, severity = "info" },
      { append = { overview = "落实国办发（2019）14号和青政办发﹝2024﹞3号文件。" }, expect = 1 },
      {
        each = {
          overview = {
            "落实国办发[2019]14号文件。", "落实国办发(2019)14号文件。", "落实国办发（2019）14号文件。",
            "落实国办发﹝2019﹞14号文件。", "落实国办发【2019】14号文件。", "落实国办发［2019］14号文件。",
          },
        },
      },
    },
    passes = {
      {},
      { append = { overview = "按照国办公开办函〔2021〕30号文件编制。" } },
      { append = { overview = "收到判决书（2024）晋0930行初12号。" } },
      { append = { overview = "公开了《发展规划（2021）》和青石大街（2024）1号楼改造信息。" } },
    },
  },
}
