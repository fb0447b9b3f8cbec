-- Aspects: the five things section one sums up, and by which words a report is known to speak of them.
-- Source: F21 （一）; the words from published reports 2019–2025, which name the aspects in headings or only tell of them.

local narrative = lib.narrative
local aspects = {}

-- What was done to a channel makes it a platform; a channel that is only passed through (通过公开栏、新媒体公开) does not.
local channel = "(?:网站|网页|门户|专栏|栏目|公众号|新媒体|微博|微信|平台|公开栏|公示栏|查阅[点场室]|查阅中心|服务[点角]|公开角|专区|电子屏|显示屏|公报|客户端)"
local done = "(?:开设|设立|设置|设有|设了|建[立成好]|建设|新增|增设|开[通辟]|上线|改版|改造|升级|优化|整合|合并|维护|维修|管理|运[维营行]|完善|更新|更换|换装|做[优强大]"
  .. "|检查|巡[查检]|监[测管]|关停|注销|备案|推送|发布|编[发印辑]|刊[登发载]|共用|关注|访问|配备)"

--- In the order of the form. Reports that speak of the aspect have its `usual` name or others of its `words`, in a heading or in the text.
aspects.list = {
  {
    key = "proactive", usual = "主动公开", name = { zh = "主动公开", en = "disclosure on own initiative" },
    words = "主动公开|(?:公开|发布|公布)(?:了|各类|本级|共计?|政府|政务|重点领域|有关|相关|工作){0,4}信息|重点领域|政策解读",
  },
  {
    key = "requests", usual = "依申请公开", name = { zh = "依申请公开", en = "requests" },
    words = "依申请|(?:信息公开|公开信息)的?申请|申请公开|(?:收到|收办|受理|答复|办理|办结)[^。；，]{0,12}申请(?!人)",
  },
  {
    key = "management", usual = "信息管理", name = { zh = "政府信息管理", en = "management of information" },
    words = "信息管理|(?:政府|公开|发布)信息的?管理|保密|审[核查校](?!、?[^。；，]{0,10}答复)|三[审校]|校对|公开属性|动态(?:调整|管理)|清理|规范性文件|公开(?:指南|目录)|标准目录"
      .. "|归档|逐条(?:核对|复核)|信息(?:采集|更新|发布)(?:流程|制度|机制)|管理(?:制度|办法)",
  },
  {
    key = "platform", usual = "平台建设", name = { zh = "平台建设", en = "platform" },
    words = "平台|载体建设|阵地建设|" .. channel .. "[^。；，]{0,14}" .. done .. "|" .. done .. "[^。；，]{0,20}" .. channel,
  },
  {
    key = "supervision", usual = "监督保障", name = { zh = "监督保障", en = "supervision" },
    words = "监督(?!权|、|电话)|监管|保障(?:措施|情况|方面|机制)|考[核评]|评[议估]|追[究责]|问责|督[查导促办察]|培训|自查|巡查|通报|组织领导|领导小组|分管领导",
  },
}

local function told(report, aspect)
  return report:contains(aspect.usual, "overview") ~= nil or narrative.search(report, aspect.words, "overview") ~= nil
end

--- The aspects that section one says nothing of.
function aspects.missing(report)
  local list = {}
  for _, aspect in ipairs(aspects.list) do
    if not told(report, aspect) then list[#list + 1] = aspect end
  end
  return list
end

--- Whether section one speaks of an aspect at all.
function aspects.named(report, key)
  for _, aspect in ipairs(aspects.list) do
    if aspect.key == key then return told(report, aspect) end
  end
  return false
end

local part = [=[^\s*[（(]?[一二三四五六七八九1-9]+[）)、.．]]=]
local requests_part = part .. [[\s*(?<name>[^。：；，\d]{0,10}依申请[^。：；，\d]{0,12})(?:$|[。：；]\s*(?<rest>[\s\S]*))]]

--- The part of section one that is headed 依申请公开 and nothing else: its heading, and the words under it; nil where there is none.
function aspects.requests_part(report)
  local heading = narrative.search(report, requests_part, "overview")
  if not heading or text.contains(heading:group("name").text, "主动公开") then return nil end
  local rest, inside = heading:group("rest"), false
  local words = { rest and rest.text }
  for paragraph in report:paragraphs("overview") do
    if inside then
      if paragraph:find(part) then break end
      words[#words + 1] = paragraph.text
    end
    inside = inside or paragraph.text == heading.text
  end
  return heading:group("name"), table.concat(words, "\n")
end

local about_requests = [[申请|受理|答复|依申请]]
local publication = [=[(?:公开|发布|推送|更新|公布)[^。；，0-9]{0,30}[1-9][0-9,，]*\s*[余多万]?\s*[条篇期份]]=]

--- That part's heading and a figure of things published, where it says nothing of requests; else nil.
function aspects.misfiled(report)
  local heading, words = aspects.requests_part(report)
  if not heading or text.test(words, about_requests) then return nil end
  local found = text.find(words, publication)
  return found and heading, found and found.text
end

return aspects
