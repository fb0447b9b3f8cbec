-- Instructions: what the notice on the form says to whoever writes the report. In a report they were pasted.
-- Source: F21 （一）, read in two copies: 「这一项报告本机关政府信息公开工作总体情况，对本机关贯彻落实……情况进行综述，主要包括……
-- （含……第五十条第四项规定的各级人民政府……）」; its opening; published reports that left such words standing.

local instructions = {}

--- Fragments that nobody writes of his own work.
instructions.fragments = [[这一项报告|本项报告|此项报告本机关|情况进行综述|第五十条第(?:四|（四）)项规定的各级人民政府|不能遗漏，也不宜泛化|区分处理的，?是?指|简要概述本机关|请在此处填写]]

-- The note in table 3's corner belongs to the table; standing among the words of another section it was pasted.
instructions.note = "本列数据的勾稽关系为"
instructions.table_section = "requests"

return instructions
