-- Single characters that stand twice, for TXT-005: { wrong, right }. Most pairs of one character lie across two words (工作作出, 落实实验区), so only those
-- are listed that do not; `unless` names the words in which they do. Doubled words of two characters and more are found without a list.

return {
  { "的的", "的", unless = [[的的(?:确|士)|目的的|有的的]], ok = "出于公益目的的申请" },
  { "是是", "是", unless = [[是是否|是是非]], bad = "重点是是公开", ok = "关键是是否及时" },
  { "在在", "在", unless = [[在在(?:建|职|校|线|册|编)|[存现所潜内]在在]], ok = "现在在县政府网站公开" },
  { "与与", "与", unless = [[参与与]], ok = "公众参与与政策解读" },
  { "我我", "我", bad = "我我镇全年" },
  { "不不", "不", bad = "不不予公开", unless = [[不不(?:满|足|够)]] },
  "也也→也",
  { "从从", "从", unless = [[从从(?:江|严|业)]] },
  "被被→被",
  { "并并", "并", unless = [[合并并|兼并并]], ok = "合并并公布" },
  { "了了", "了", unless = [[了了(?:解|却|结|然)]], ok = "为了了解群众需求" },
  "府府→府",
  { "局局", "局", unless = [[局局(?:长|党|属|机关|领导|直|系统|务|办|内|里|域|部|面|势|网|信息|政务|班)]], bad = "区自然资源局局负责", ok = "县财政局局长" },
  { "和和", "和", unless = [[和和(?:谐|平|睦|解|美)|共和和|和和美]], ok = "稳定和和谐" },
  { "性性", "性", unless = [[[男女异同]性性|性性(?:别|质|能|格|状|命)]], bad = "属于过程性性信息", ok = "公益性性质的单位" },
  { "可通过可以通过", "可以通过" },
  { "对对", "对", unless = [[对对(?:外|照|口|接|应|象|手|方)|核对对|[绝针应]对对]] },
}
