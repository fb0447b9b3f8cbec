-- Figures that lack something, by `kind`: a number without its measure word (TXT-007), a measure word without its number (TXT-008), years of odd
-- length (TXT-011), dates that lost 年, 月 or 日 (TXT-012; [2] is the character). '#' is any digit. A bare string guards: it is right, and what
-- stands in it is not looked at.

return {
  -- 年份位数（TXT-011）。正常的年份、期号、百年千年在前，其余三位、五位、六位的不对。
  "####年",
  { "#####年", kind = "year" },
  { "######年", kind = "year" },
  { "###年", kind = "year", before = [[(?:^|[^\d.])$]], after = [[^(?:1?\d月|度)]], bad = "自204年1月1日起", ok = "建县100年纪念" },
  { "#O##年", kind = "year" },
  { "#o##年", kind = "year" },
  { "##l#年", kind = "year" },
  { "#〇##年", kind = "year" },

  -- 缺年、月、日（TXT-012）
  { "####，", "年", kind = "date", before = [[(?:^|[。；！？：\n ])$]], only = [=[(?:^|[。；！？： ])20[12]\d[，,][^\d]]=], bad = "2021，在县委的领导下", ok = "编号2021，页码12" },
  { "####,", "年", kind = "date", before = [[(?:^|[。；！？：\n ])$]], only = [=[(?:^|[。；！？： ])20[12]\d[，,][^\d]]=], bad = "2021,在县委的领导下", ok = "增加到2021,其中" },
  { "#止", "日", kind = "date", before = [[\d月[0-3]?$]], bad = "至12月31止", ok = "1至5止" },
  { "#起至", "日", kind = "date", before = [[\d月[0-3]?$]], bad = "自1月1起至12月31日" },
  { "#至#", "日", kind = "date", before = [[\d月[0-3]?$]], only = [[\d月\d{1,2}至\d{1,2}月]], bad = "1月1至12月31日", ok = "5月8至10日举办宣传周" },
  { "####年#日", "月", kind = "date", bad = "截至2024年1日" },
  { "####年##日", "月", kind = "date", bad = "至2024年31日止", ok = "为期10年30日" },
  { "####月", "年", kind = "date", before = [[(?:^|[^\d.])$]], only = [[(?<![\d.])20[12]\d月\d{1,2}日]], bad = "自2024月1日起", ok = "截至2024年12月" },

  -- 缺量词（TXT-007）：动词带的数后面就是别的词或句号
  { "#通过", kind = "unit", before = [[(?:公开|发布|收到|受理|办理|办结)[^，。；]{0,12}?\d*$]], bad = "公开政府信息184通过政府网站发布", ok = "法律草案第7通过" },
  { "#，其中", kind = "unit", before = [[(?:公开|发布|收到|受理|办理|办结)[^，。；：、]{0,14}?\d*$]], bad = "收到政府信息公开申请12，其中自然人10件", ok = "收到申请12件，其中" },
  { "#。", kind = "unit",
    before = [[(?:信息|申请|文件|文章|图解|提案|建议)(?:共计?|总数|数量|约|为)?\d*$]], unless = [[(?:电话|传真|邮编|号码|附件|编号)]],
    bad = "全年主动公开政府信息126。", ok = "联系电话：0351-5550126。" },
  { "#；", kind = "unit", before = [[(?:信息|申请|文件|文章|图解|提案|建议)(?:共计?|总数|约)?\d*$]], unless = [[(?:电话|传真|邮编|号码|附件|编号)]], bad = "发布动态信息34；" },

  -- 缺数字（TXT-008）：量词前面没有数
  "信息条例", "信息条数", "信息条目",
  { "信息条，", kind = "number" }, { "信息条。", kind = "number" }, { "信息条、", kind = "number" },
  { "信息条；", kind = "number" }, { "信息共条", kind = "number" }, { "信息共计条", kind = "number" },
  { "信息篇，", kind = "number" }, { "申请件，", kind = "number", before = [[(?:收到|受理|办结|办理|信息公开)[^，。；]{0,12}$]], ok = "归档每一份申请件，", bad = "全年收到政府信息公开申请件，" },
  { "申请件。", kind = "number", before = [[(?:收到|受理|办结)[^，。；]{0,12}$]], ok = "逐一登记申请件。", bad = "全年收到政府信息公开申请件。" },
  { "文件件，", kind = "number" }, { "文件件。", kind = "number" }, { "复议件，", kind = "number" },
  { "诉讼件，", kind = "number" }, { "收到件，", kind = "number" }, { "办结件，", kind = "number" },
  { "现行有效的规范性文件。", kind = "number", before = [[(?:^|[，。；、])(?:其中)?$]], bad = "废止1件，现行有效的规范性文件。", ok = "公布现行有效的规范性文件。" },
  { "现行有效件", kind = "number", unless = [[现行有效件数]], bad = "废止1件，现行有效件。", ok = "核对现行有效件数" },
}
