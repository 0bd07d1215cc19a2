//! Tests of reading narratives.

use crate::load::markdown::block::{Narrative, narrative};
use crate::model::edition::{Passage, Phrase};

fn read(text: &str) -> Vec<Passage> {
    let Narrative { passages, faults, .. } = narrative(text, 0);
    assert!(faults.is_empty(), "{text}: {faults:?}");
    passages
}

/// What is refused of a narrative.
fn refused(text: &str) -> Vec<String> {
    narrative(text, 0).faults.into_iter().map(|fault| fault.problem).collect()
}

/// Phrases as text: strong in asterisks, emphasis in underscores, references in braces.
fn plain(phrases: &[Phrase]) -> String {
    let plain = |phrase: &Phrase| match phrase {
        Phrase::Text(text, _) => text.clone(),
        Phrase::Strong(text, _) => format!("*{text}*"),
        Phrase::Emphasis(text, _) => format!("_{text}_"),
        Phrase::Link(link) if link.is_strong => {
            format!("*[{}]({})*", link.text, link.address)
        }
        Phrase::Link(link) => format!("[{}]({})", link.text, link.address),
        Phrase::Reference(call) if call.is_strong => format!("*{{{}}}*", call.indicator),
        Phrase::Reference(call) => format!("{{{}}}", call.indicator),
        Phrase::Units(list) => format!("{{{} {}}}", list.indicator, list.condition),
        Phrase::KeyPoint(point) => format!("{{{}}}", point.name),
    };
    phrases.iter().map(plain).collect()
}

fn paragraph(text: &str) -> String {
    match read(text).as_slice() {
        [Passage::Paragraph(phrases)] => plain(phrases),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn strong_text_works_beside_chinese_punctuation() {
    for (typed, printed) in [
        ("**注意：**下一步", "*注意：*下一步"),
        ("**“引号”**后", "*“引号”*后"),
        ("前**重点。**后", "前*重点。*后"),
        ("前**（一）**，后", "前*（一）*，后"),
        ("*斜*，后", "_斜_，后"),
        ("完成**50%**以上", "完成*50%*以上"),
        ("前**\\<真**后", "前*<**真*后"),
        ("**甲****乙**。", "*甲**乙*。"),
        ("***重点：***后文", "*重点：*后文"),
        ("__重点：__后文，_斜：_后", "*重点：*后文，_斜：_后"),
        ("**甲（*乙*）丙**", "*甲（**乙**）丙*"),
    ] {
        assert_eq!(paragraph(typed), printed);
    }
}

#[test]
fn stars_and_underscores_in_figures_and_words_are_text() {
    for text in
        ["2*3*4", "面积3*5米", "4 * 5", "a_b_c", "https://example.cn/*/a_b.html", "３*５"]
    {
        assert_eq!(paragraph(text), text);
    }
    assert_eq!(paragraph("2\\*3 和 \\*\\*不粗\\*\\*"), "2*3 和 **不粗**");
}

#[test]
fn stars_that_may_mean_two_things_or_nothing_are_refused() {
    for text in [
        "长*宽*高",
        "2**3**4",
        "**甲",
        "甲**",
        "** 甲 **",
        "甲****乙",
        "****",
        "_甲",
        "*甲**",
    ] {
        assert!(!refused(text).is_empty(), "{text}");
    }
}

#[test]
fn calls_stand_in_text_or_alone() {
    assert_eq!(
        paragraph("到位{{ 到位资金 }}，完成**{{ 到位资金.完成率 }}**。"),
        "到位{到位资金}，完成*{到位资金}*。"
    );
    let passages = read("{{ 表 \"总体情况\" }}\n{{ 图 \"走势\" 到位资金 }}\n\n文字");
    assert!(
        matches!(passages[0], Passage::Table(_))
            && matches!(passages[1], Passage::Chart(_))
    );
    assert_eq!(passages.len(), 3);
}

#[test]
fn braces_of_no_call_are_refused() {
    for text in
        ["｛｛ 到位资金 ｝｝", "{｛ 到位资金 ｝}", "{ 到位资金 }", "甲}}", "${甲}"]
    {
        assert_eq!(refused(text)[0], "这里的花括号不是引用", "{text}");
    }
    assert_eq!(paragraph("\\{甲\\}"), "{甲}");
}

#[test]
fn every_place_is_that_of_the_text_as_written() {
    let text = "**注意：**下一步{{ 到位资金 }}\n- 项目 甲\n";
    for passage in read(text) {
        let lists = match passage {
            Passage::Paragraph(phrases) => vec![phrases],
            Passage::List(_, items) => items,
            other => panic!("{other:?}"),
        };
        for phrase in lists.into_iter().flatten() {
            match phrase {
                Phrase::Text(words, span) | Phrase::Strong(words, span) => {
                    assert_eq!(&text[span.range()], words);
                }
                Phrase::Reference(call) => {
                    assert_eq!(&text[call.span.range()], "{{ 到位资金 }}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn addresses_are_as_typed() {
    for (typed, printed) in [
        ("见[公告](https://example.cn/a)。", "见[公告](https://example.cn/a)。"),
        (
            "[原文](https://example.cn/*/a_1.html?a=*&b=(1)*.)",
            "[原文](https://example.cn/*/a_1.html?a=*&b=(1)*.)",
        ),
        (
            "<https://example.cn/*/2.html>后",
            "[https://example.cn/*/2.html](https://example.cn/*/2.html)后",
        ),
        ("[甲\\*](<https://example.cn/\\*>)", "[甲*](https://example.cn/*)"),
        ("**[甲](https://example.cn/**)**", "*[甲](https://example.cn/**)*"),
        ("〔2023〕12号，[附后]，[甲][乙]", "〔2023〕12号，[附后]，[甲][乙]"),
    ] {
        assert_eq!(paragraph(typed), printed);
    }
    for text in [
        "[甲](javascript:x)",
        "[甲](files/a.pdf)",
        "[甲](https://example.cn",
        "[甲]（https://example.cn）",
        "[甲](https://example.cn \"乙\")",
        "[**甲**](https://example.cn)",
        "[{{ 甲 }}](https://example.cn)",
        "[](https://example.cn)",
        "<a@example.cn>",
        "甲[^1]",
    ] {
        assert_eq!(refused(text).len(), 1, "{text}: {:?}", refused(text));
    }
}

#[test]
fn lines_of_a_paragraph_join_and_lost_breaks_are_refused() {
    let long = "全县各招商责任单位上半年新签约的正式合同";
    assert_eq!(paragraph(&format!("{long}\n第二行")), format!("{long}第二行"));
    let latin = "a line of words that is long enough";
    assert_eq!(paragraph(&format!("{latin}\ntwo")), format!("{latin} two"));
    for second in ["2、乙", "（二）乙", "　　乙", "·乙", "2．乙", "第二，乙"]
    {
        assert_eq!(refused(&format!("{long}\n{second}")).len(), 1, "{second}");
    }
    for text in [
        format!("{long}  \n乙"),
        format!("{long}\\\n乙"),
        "电话：甲\n地址：乙".to_owned(),
    ] {
        assert_eq!(refused(&text).len(), 1, "{text}");
    }
}

#[test]
fn headings_and_lists_are_kept() {
    let passages = read("## 总体\n\n3. 一\n4. 二\n\n- 甲\n* 乙\n");
    let [
        Passage::Heading(2, _),
        Passage::List(Some(3), numbered),
        Passage::List(None, one),
        Passage::List(None, two),
    ] = passages.as_slice()
    else {
        panic!("{passages:?}");
    };
    assert_eq!((numbered.len(), one.len(), two.len()), (2, 1, 1));
}

#[test]
fn names_of_characters_are_read_and_noted() {
    let read = narrative("甲&lt;b&gt;&#8238;&甲;&b;", 0);
    let [Passage::Paragraph(phrases)] = read.passages.as_slice() else {
        panic!("{read:?}")
    };
    assert_eq!(plain(phrases), "甲<b>\u{202e}&甲;&b;");
    assert_eq!(read.decoded.len(), 3);
}

#[test]
fn what_an_official_document_does_not_have_is_refused_once() {
    for text in [
        "![图](a.png)",
        "> 引用",
        "    代码",
        "```\n代码\n```",
        "甲`代码`",
        "- 甲\n  - 乙",
        "- 甲\n\n  乙",
        "- [ ] 甲",
        "---",
        "* * *",
        "甲乙\n---",
        "甲乙\n===",
        "##一、总体",
        "＃＃ 一、总体",
        "#甲",
        "# 甲\n\n#### 乙",
        "## 甲\n\n##### 乙",
        "## 甲 ##",
        "## [甲](https://example.cn)",
        "##",
        "~~删~~",
        "＊＊甲＊＊",
        "==甲==",
        "<!-- 甲 -->",
        "甲<!-- 乙 -->",
        "<div>\n甲\n</div>",
        "甲<b>乙",
        "甲<br>",
        "甲<script>alert(1)</script",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "甲 | 乙\n--- | ---\n1 | 2",
        "| 甲 | 乙 |",
        "[甲]: https://example.cn",
        "1) 甲",
        "1. 甲\n1. 乙",
        "1. 甲\n\n2023. 年",
        "甲\t乙",
        "－－－－",
        ":::",
        "-",
    ] {
        let problems = refused(text);
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(problems[0].starts_with("通报正文里不能用"), "{text}: {problems:?}");
    }
}
