-- Characters that do not belong in a report in simplified Chinese, for TXT-053. `pairs`: traditional forms, each followed by the simplified one; those
-- that names keep (堃 昇 甦 喆) and those that are simplified as well (乾 後 in surnames) are left out. The entries: what decoding with a wrong
-- encoding leaves behind.

return {
  { "锟斤拷", kind = "garbled" }, { "烫烫烫", kind = "garbled" }, { "屯屯屯", kind = "garbled" }, { "\u{FFFD}", kind = "garbled" },
  { "Ã¤", kind = "garbled" }, { "Ã¥", kind = "garbled" }, { "Ã¦", kind = "garbled" }, { "Ã©", kind = "garbled" }, { "â€", kind = "garbled" },
  { "ï¼", kind = "garbled" }, { "ã€", kind = "garbled" }, { "鏀垮簻", kind = "garbled" }, { "淇℃伅", kind = "garbled" }, { "銆\u{FFFD}", kind = "garbled" },
  pairs = "國国際际務务會会資资訊讯開开關关請请處处辦办議议訴诉訟讼責责書书報报條条領领導导機机構构們们個个這这對对時时間间問问題题類类統统計计數数據据總总結结轉转"
    .. "錄录檔档縣县鄉乡鎮镇區区體体實实發发經经濟济業业產产農农財财費费貫贯徹彻標标準准規规範范設设備备應应當当單单網网絡络點点線线電电話话傳传維维護护權权義义"
    .. "衛卫環环衝冲動动勞劳聯联繫系該该認认識识語语讀读論论證证評评價价試试讓让進进達达過过還还遠远選选運运劃划創创刪删別别協协參参壓压壞坏聽听聲声職职與与舉举"
    .. "舊旧華华萬万葉叶蘇苏補补製制複复見见視视觀观覺觉覽览觸触貢贡貨货貧贫購购貼贴貸贷賬账賴赖贊赞車车軟软輕轻載载較较輪轮輸输邊边鄰邻醫医釋释針针錢钱鐵铁長长"
    .. "門门閱阅陽阳隊队階阶隨随隱隐險险難难雙双離离雜杂霧雾靈灵響响頁页項项順顺須须預预顧顾風风飛飞馬马驗验驚惊魚鱼鳥鸟麥麦黃黄為为黨党齊齐龍龙",
}
