-- Requests completed, and who applied: the text against table 3.
-- Source: 条例 article 6; F21 closing item.

local claimed = lib.claimed

local completed = { "requests.completed", "requests.answered", "requests.handled" }

local part = {
  zh = "文中“{claim}”少于表三的数（{expected}），可能只是其中一部分，请人工核对。",
  en = "“{claim}” is less than table 3 has ({expected}); it may count a part only. Please check.",
}

rule {
  id = "XREF-005", name = "completed-differs", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中办结数与表三不一致", en = "Requests completed: text and table 3 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表三（七）总计是{expected}件。",
      en = "The text says “{claim}”; table 3 has {expected} in row （七）.",
    },
    part = part,
  },
  remedy = {
    zh = "核对台账：“办结”是表三（七）总计；“答复”不含逾期不补正等没有答复的，口径不同的写明。",
    en = "Check the register: completed is row （七） of table 3; answered may leave out （六）. Say so where it does.",
  },
  explain = {
    zh = "“办结×件”对（七）总计，不一致为错误。“答复”“办理”的口径较宽：“答复”可以不含（六）其他处理，“办理”也可以是收到的数，都对不上才为警告。",
    en = "Completed ties to row （七）. Answered may leave out （六）, handled may mean received: only where no reading ties it is a warning.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "cross", "requests" },
  applies = function(report) return claimed.any(report, completed) end,
  check = function(report, finding)
    local list = claimed.list(report, completed)
    for _, claim in ipairs(list) do
      claimed.compare(report, finding, claim, list, { severity = claim.key ~= "requests.completed" and "warning" or nil })
    end
  end,
  cases = {
    fails = {
      {
        change = { ["requests.results_total.total"] = 11 },
        text = { overview = "收到政府信息公开申请8件，办结12件。" }, severity = "error",
      },
      { text = { overview = "全年办结政府信息公开申请7件。" }, severity = "error" },
      { text = { overview = "全年答复政府信息公开申请7件。" }, severity = "warning" },
      { text = { overview = "办理政府信息公开申请11件。" }, severity = "warning" },
      { text = { overview = "办结7件，其中予以公开3件。" }, severity = "error" },
    },
    passes = {
      {},
      {
        why = "答复98 = （七）103 − （六）5",
        change = { ["requests.results_total.total"] = 103, ["requests.other.other.total"] = 5 },
        text = { overview = "全年答复政府信息公开申请98件。" },
      },
      { text = { overview = "全年办理政府信息公开申请9件。" }, why = "收到9件（含结转）" },
    },
    reviews = {
      { change = { ["requests.results_total.total"] = "/" }, text = { overview = "全年办结政府信息公开申请8件。" } },
      { text = { overview = "全年办结政府信息公开申请8件。其中办结网上政府信息公开申请3件。" }, why = "分渠道的数" },
    },
    not_applicable = { { text = { overview = "12345热线办结诉求259件。" } } },
    not_run = { { drop = "tables.requests" } },
  },
}

local applicants = {
  "requests.natural_person", "requests.organisations", "requests.business", "requests.research", "requests.nonprofit", "requests.legal_service",
}

rule {
  id = "XREF-007", name = "applicants-differ", severity = "error",
  clauses = { "R711.6", "F21.duty" },
  title = { zh = "文中申请人类型的数与表三不一致", en = "Kinds of applicants: text and table 3 differ" },
  messages = {
    default = {
      zh = "文中“{claim}”，表三本年新收的对应列是{expected}件，加上上年结转也对不上。",
      en = "The text says “{claim}”; table 3 has {expected} new requests there, and those carried in do not make it tie.",
    },
    part = part,
  },
  remedy = {
    zh = "按申请人身份核对台账，改正文字或表三第一、二项。",
    en = "Check the register by applicant and correct the text, or rows one and two of table 3.",
  },
  explain = {
    zh = "自然人、法人或其他组织、商业企业等，与表三新收的对应列比较，也可以是新收加上年结转。",
    en = "Persons, organisations, businesses and so on are compared with the columns of new requests, or with those carried in added.",
  },
  needs = { "table:requests" }, since = "1.1.0", tags = { "cross", "requests" },
  applies = function(report) return claimed.any(report, applicants) end,
  check = function(report, finding)
    local list = claimed.list(report, applicants)
    for _, claim in ipairs(list) do claimed.compare(report, finding, claim, list) end
  end,
  cases = {
    fails = {
      { text = { overview = "收到政府信息公开申请8件，其中自然人7件。" } },
      { text = { overview = "收到政府信息公开申请8件，其中自然人5件、法人或其他组织4件。" }, expect = 1 },
      { text = { overview = "收到政府信息公开申请8件，其中商业企业1件。" } },
      { with = "科研机构 社会公益组织 法律服务机构", text = { overview = "收到政府信息公开申请8件，其中{}4件。" } },
    },
    passes = {
      { text = { overview = "收到政府信息公开申请8件，其中自然人5件、法人或其他组织3件。" } },
      { text = { overview = "收到政府信息公开申请9件（含上年结转1件），其中自然人6件。" } },
    },
    reviews = { { change = { ["requests.new.natural_person"] = "" }, text = { overview = "收到政府信息公开申请8件，其中自然人7件。" } } },
    not_applicable = { {} },
    not_run = { { drop = "tables.requests" } },
  },
}
