-- Requests received: the text against table 3.
-- Source: 条例 article 6 (accurate); F21 closing item. 「收到」 may mean new requests alone or those carried in as well: both tie
-- (design.md §9). One defect, one finding: XREF-002 and XREF-003 are the plainer cases of XREF-001.

local claimed = lib.claimed

local received = { "requests.received", "requests.new", "requests.received_all" }
local blanks = "T3-020"

local function intake(report)
  local new, carried = claimed.value(report, "requests.new.total"), claimed.value(report, "requests.carried_in.total")
  return new and carried and new + carried
end

local function has_received(report) return claimed.any(report, received) end

local part = {
  zh = "文中“{claim}”少于表三的数（{expected}），可能只是其中一部分，请人工核对。",
  en = "“{claim}” is less than table 3 has ({expected}); it may count a part only. Please check.",
}

rule {
  id = "XREF-001", name = "received-differs", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中收到申请数与表三不一致", en = "Requests received: text and table 3 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表三总计列本年新收{new}件、上年结转{carried}件，对不上。",
      en = "The text says “{claim}”; table 3 has {new} new and {carried} carried in, which does not tie.",
    },
    unstated = {
      zh = "文中“{claim}”是本年新收{new}件加上年结转{carried}件，但没有写明含结转。",
      en = "“{claim}” is {new} new plus {carried} carried in, but the text does not say so.",
    },
    part = part,
  },
  remedy = {
    zh = "核对台账：表三正确就改文字，文字正确就改表三；数里含上年结转的，写明“含上年结转×件”。",
    en = "Check the register and correct the text or the table; where carried-in requests are included, say so.",
  },
  explain = {
    zh = "“收到×件”可以指本年新收，也可以指本年新收加上年结转，两种都算一致；后一种没有写明的作提示。分渠道的小计、热线、信访和上年的数不算。",
    en = "“Received” may mean new requests or those carried in too; either ties, the second unstated is a remark. Counts by channel, hotline "
      .. "cases and last year's figures are not taken.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "cross", "requests" },
  history = { "1.1.0: holds NAR-014 (the figure received includes carried-in requests): unstated it is this rule's remark, stated it is right" },
  applies = has_received,
  check = function(report, finding)
    local list = claimed.list(report, received)
    local sum = intake(report)
    local new, carried = report:cell("requests.new.total"), report:cell("requests.carried_in.total")
    for _, claim in ipairs(list) do
      local tie = claim.tie
      if tie == "contradicts" and claim.value == 0 then
        finding:review { because = "XREF-002" }
      elseif tie == "contradicts" and sum == 0 then
        finding:review { because = "XREF-003" }
      elseif tie == "ties" and claim.unstated and claim.value > 0 then
        finding:fail {
          at = claim, message = "unstated", severity = "info", claim = claim.quote, new = new, carried = carried, cells = { new, carried },
        }
      else
        claimed.compare(report, finding, claim, list, { new = new, carried = carried, message = "default" })
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.new.total"] = 12 }, severity = "error" },
      { text = { overview = "全年受理政府信息公开申请2件。" }, severity = "error" },
      {
        why = "75件 = 新收74件 + 结转1件，未写明",
        change = { ["requests.new.total"] = 74, ["requests.carried_in.total"] = 1 },
        text = { overview = "全年收到政府信息公开申请75件。" }, severity = "info",
      },
      { change = { ["requests.new.total"] = 1, ["requests.carried_in.total"] = 0 }, severity = "error" },
      { text = { overview = "新收政府信息公开申请12件。" }, severity = "error" },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 1 },
        text = { overview = "全年收到政府信息公开申请1件。" }, severity = "info",
      },
    },
    passes = {
      {},
      { form = "2019" },
      {
        change = { ["requests.new.total"] = 38, ["requests.carried_in.total"] = 3 },
        text = { overview = "全年收到政府信息公开申请41件（含上年度结转3件）。" },
      },
      { append = { overview = "12345热线受理群众诉求259件，收到网民留言31条。" }, why = "热线和留言不是申请" },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { overview = "全年收到政府信息公开申请0件。" },
      },
    },
    reviews = {
      { text = { overview = "全年未收到政府信息公开申请。" }, why = "由 XREF-002 提示" },
      { change = { ["requests.new.total"] = "" } },
      { text = { overview = "全年未收到政府信息公开申请。" }, because = "XREF-002" },
      { change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 }, because = "XREF-003" },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

rule {
  id = "XREF-002", name = "claims-none-received", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中称未收到申请，表三有数", en = "The text says none was received, table 3 has figures" },
  message = {
    zh = "文中“{claim}”，表三本年新收总计是{new}件。",
    en = "The text says “{claim}”, yet table 3 has {new} new requests.",
  },
  remedy = {
    zh = "核对台账：确有申请就改正文字，没有就改正表三。",
    en = "Check the register and correct the text or the table.",
  },
  explain = {
    zh = "说明“未收到”而表三本年新收不是0的为错误。只有上年结转、没有新收的，与“未收到”不矛盾。",
    en = "“None received” against new requests in table 3 is an error. Requests carried in do not contradict it.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "cross", "requests" },
  applies = function(report)
    for _, claim in ipairs(claimed.list(report, received)) do
      if claim.value == 0 then return true end
    end
    return false
  end,
  check = function(report, finding)
    local new = report:cell("requests.new.total")
    for _, claim in ipairs(claimed.list(report, received)) do
      if claim.value == 0 and claim.tie == "contradicts" then
        claimed.contradict(report, finding, claim, { new = new })
      elseif claim.value == 0 and claim.tie == "unknown" then
        finding:review { because = blanks }
      end
    end
  end,
  cases = {
    fails = {
      { text = { overview = "全年未收到政府信息公开申请。" } },
      { text = { overview = "全年收到政府信息公开申请0件。" } },
    },
    passes = {
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { overview = "全年未收到政府信息公开申请。" },
      },
      {
        why = "只有上年结转",
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 1 },
        text = { overview = "全年未收到政府信息公开申请。" },
      },
    },
    not_applicable = { {} },
    not_run = { { drop = "tables.requests" } },
    reviews = {
      { change = { ["requests.new.total"] = "/" }, text = { overview = "全年未收到政府信息公开申请。" }, because = "T3-020" },
    },
  },
}

rule {
  id = "XREF-003", name = "claims-received-table-zero", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中有收到申请数，表三全为零", en = "The text counts requests, table 3 is all zero" },
  message = {
    zh = "文中“{claim}”，表三本年新收和上年结转总计都是0。",
    en = "The text says “{claim}”, yet table 3 has neither new nor carried-in requests.",
  },
  remedy = {
    zh = "核对台账：确有申请就补填表三，没有就改正文字。",
    en = "Check the register: fill in table 3, or correct the text.",
  },
  explain = {
    zh = "多半是表三没有更新，或文字沿用了上年的稿子。",
    en = "Mostly table 3 was not brought up to date, or last year's text was left.",
  },
  needs = { "table:requests" }, since = "1.0.0", tags = { "cross", "requests" },
  applies = has_received,
  check = function(report, finding)
    local sum = intake(report)
    for _, claim in ipairs(claimed.list(report, received)) do
      if sum == nil and claim.tie == "unknown" then
        finding:review { because = blanks }
      elseif sum == 0 and claim.tie == "contradicts" and claim.value > 0 then
        claimed.contradict(report, finding, claim, {
          cells = { report:cell("requests.new.total"), report:cell("requests.carried_in.total") },
        })
      end
    end
  end,
  cases = {
    fails = {
      { change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 } },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { overview = "全年共接收政府信息公开申请3件，均已答复。" },
      },
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { overview = "全年收到政府信息公开申请1件。" },
      },
    },
    passes = {
      {},
      {
        change = { ["requests.new.total"] = 0, ["requests.carried_in.total"] = 0 },
        text = { overview = "全年收到政府信息公开申请0件。" },
      },
      { change = { ["requests.new.total"] = 1, ["requests.carried_in.total"] = 0 }, why = "由 XREF-001 提示" },
      { change = { ["requests.carried_in.total"] = "" }, text = { overview = "全年收到政府信息公开申请8件。" } },
    },
    not_applicable = { { text = { overview = "全年主动公开政府信息126条。" } } },
    not_run = { { drop = "tables.requests" } },
    reviews = {
      { change = { ["requests.new.total"] = "/" }, because = "T3-020" },
    },
  },
}
