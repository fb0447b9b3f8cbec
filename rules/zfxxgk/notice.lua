-- The rectification notice of a unit, as `collect --out` writes it when the office gives no template of its own (--notice FILE): Markdown with the tags of
-- Mustache (core/show/notice/mustache.h). docs/notice.md tells the names. What 条例 demands is not decided here: each finding brings its basis.

local zh = [=[
# 关于{{unit}}{{year}}年政府信息公开工作年度报告的整改通知

{{unit}}：

{{#missing}}
截至{{today}}，未收到你单位{{year}}年政府信息公开工作年度报告。请{{#due}}于{{due}}前{{/due}}{{^due}}尽快{{/due}}报送；已经发布的，请提供发布地址。

{{/missing}}
{{#unreadable}}
你单位报送的文件（{{path}}）无法读取：{{error}}。请{{#due}}于{{due}}前{{/due}}{{^due}}尽快{{/due}}重新报送。

{{/unreadable}}
{{#mend}}
经核查，你单位{{year}}年政府信息公开工作年度报告有{{count}}个问题需要整改。请逐项核对原始台账，更正报告{{#due}}，并于{{due}}前重新报送{{/due}}{{^due}}后重新报送{{/due}}；已经发布的，一并更新网页和附件。数字以台账为准，不要为了“对得上”而改数。

## 需要整改的问题

{{#findings}}
{{number}}. **{{message}}**

    - 位置：{{place}}
    - 依据：{{#bases}}{{basis}}；{{/bases}}检查规则 {{rule}}
    - 怎么改：{{remedy}}

{{/findings}}
{{/mend}}
{{#ask}}
## 请核实并说明的问题

{{#reviews}}
{{number}}. {{message}}

    - 位置：{{place}}
    - 怎么办：{{remedy}}

{{/reviews}}
{{/ask}}
{{#advise}}
## 建议改进

{{#suggestions}}
{{number}}. {{message}}（{{place}}）{{remedy}}

{{/suggestions}}
{{/advise}}
{{today}}
]=]

local en = [=[
# Notice of rectification: report on open government information of {{unit}} for {{year}}

To {{unit}}:

{{#missing}}
By {{today}} your report for {{year}} has not been received.
Please send it {{#due}}by {{due}}{{/due}}{{^due}}soon{{/due}}; if it has been published, tell where.

{{/missing}}
{{#unreadable}}
The file you sent ({{path}}) cannot be read: {{error}}. Please send it again {{#due}}by {{due}}{{/due}}{{^due}}soon{{/due}}.

{{/unreadable}}
{{#mend}}
Your report for {{year}} has {{count}} problems to mend. Compare each with your own records,
correct the report and send it again{{#due}} by {{due}}{{/due}}; if it has been published, update page and attachment.
The records decide: do not change a figure only to make a sum hold.

## To be mended

{{#findings}}
{{number}}. **{{message}}**

    - Where: {{place}}
    - Basis: {{#bases}}{{basis}}; {{/bases}}rule {{rule}}
    - How: {{remedy}}

{{/findings}}
{{/mend}}
{{#ask}}
## To be looked into and explained

{{#reviews}}
{{number}}. {{message}}

    - Where: {{place}}
    - What to do: {{remedy}}

{{/reviews}}
{{/ask}}
{{#advise}}
## Suggested

{{#suggestions}}
{{number}}. {{message}} ({{place}}) {{remedy}}

{{/suggestions}}
{{/advise}}
{{today}}
]=]

--- The template in the language asked for.
return function(lang)
  return lang == "en" and en or zh
end
