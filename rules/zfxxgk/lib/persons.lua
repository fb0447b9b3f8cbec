-- Persons: what tells a real identity number, bank card or Chinese name from anything that looks alike.

local persons = {}

local weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 }
local check_digits = "10X98765432"
local days = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
-- The first two digits: provinces, 71 81 82 for Taiwan, Hong Kong and Macao, 83 9x for foreigners' permits.
local region = [[^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)]]

local function digit(s, at) return tonumber(s:sub(at, at)) end

local function is_date(year, month, day)
  return year >= 1900 and year <= 2100 and month >= 1 and month <= 12 and day >= 1 and day <= days[month]
end

--- Whether 18 characters are an identity number: region, a day of birth and the check digit of GB 11643 (ISO 7064, MOD 11-2). A credit code of
--- an organisation has neither.
function persons.is_identity_number(s)
  if #s ~= 18 or not text.test(s, region) then return false end
  if not is_date(tonumber(s:sub(7, 10)), tonumber(s:sub(11, 12)), tonumber(s:sub(13, 14))) then return false end
  local sum = 0
  for at = 1, 17 do sum = sum + digit(s, at) * weights[at] end
  local due = sum % 11 + 1
  return s:sub(18, 18):upper() == check_digits:sub(due, due)
end

--- Whether 15 digits could be an identity number of the old kind, which has no check digit.
function persons.could_be_old_number(s)
  return #s == 15 and text.test(s, region) and is_date(1900 + tonumber(s:sub(7, 8)), tonumber(s:sub(9, 10)), tonumber(s:sub(11, 12)))
end

--- Luhn's check, which every bank card number passes and one number in ten by chance.
function persons.is_card_number(s)
  local sum = 0
  for at = #s, 1, -1 do
    local value = digit(s, at)
    if (#s - at) % 2 == 1 then
      value = value * 2
      if value > 9 then value = value - 9 end
    end
    sum = sum + value
  end
  return sum % 10 == 0
end

-- Frequent surnames, those left out that begin many other words behind 申请人 (应、明、能、和、经、关、于、向、可、从、时、单).
local letters = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊"
  .. "秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施葛伍季颜童庞樊兰殷洪翟安倪殷牛乔赖齐庄聂章鲁岳翁耿焦祁毕柳涂甘梅盛苗詹裴霍辛左屈柏"
local surname = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|[" .. letters .. "])"

--- Whether a word that begins with this letter may be a name: most words behind 申请人 are not.
function persons.may_begin(letter) return letter ~= "" and text.contains(letters .. "欧司上诸东皇尉公慕令", letter) end

-- The word behind a surname's letter that makes it no name.
local no_name = "(?!方(?:便|式|面|案|法)|程序|许(?:可|多)|任(?:何|意|选|一|组|副|务|期|职|主|命|免)|安(?:排|全|心)|何[时种处地]|高(?:度|效)|万(?:一|元)|石材|金额|余下|白天|江苏|江西"
  .. "|钱款|严(?:格|重)|左右|康复|温馨|盛(?:情|大)|武汉|贺州|洪水|兰州|柳州|梅州|龙(?:岩|头)|黄山|马上|曾(?:经|多|以|就|于|在|向)|向(?:我|本|该|其|来|县|镇|区|市|法|有)"
  .. "|江门|汤原|叶县|范[围例]|田(?:地|间)|林[地业权]|牛羊|苗木|史料|章程|陆续|顾虑|毛利|甘肃|海南|安徽|陕西|夏[季天]|齐全|童年|季度|施工|毕竟|莫名"
  .. "|孔[子庙]|汪洋|杜绝|唐山|周[边期末围]|吴(?:县|江)|沈阳|邓小平|罗列|宋代|韩国|成|李某|[王李张刘陈杨黄赵吴周徐孙马]某)"

--- Pattern of a full name: surname and one or two letters, none of them a mask (某, *, ×). What may follow must be said by the rule.
persons.name = no_name .. surname .. "(?:(?!某|先生|女士|同志|氏|姓)[一-龥]){1,2}?"

return persons
