//! Tests of reading narratives.

use super::*;

fn read(text: &str) -> Vec<Passage> {
    let (passages, faults) = narrative(text, 0);
    assert!(faults.is_empty(), "{faults:?}");
    passages
}

/// Phrases as text: strong in asterisks, emphasis in underscores, references in braces.
fn plain(phrases: &[Phrase]) -> String {
    let plain = |phrase: &Phrase| match phrase {
        Phrase::Text(text, _) => text.clone(),
        Phrase::Strong(text, _) => format!("*{text}*"),
        Phrase::Emphasis(text, _) => format!("_{text}_"),
        Phrase::Link(text, address, _) => format!("[{text}]({address})"),
        Phrase::Reference(reference) => format!("{{{}}}", reference.indicator),
    };
    phrases.iter().map(plain).collect()
}

fn paragraph(text: &str) -> String {
    match read(text).as_slice() {
        [Passage::Paragraph(phrases)] => plain(phrases),
        other => panic!("{other:?}"),
    }
}

#[test]
fn strong_text_works_beside_chinese_punctuation() {
    assert_eq!(paragraph("**注意：**下一步"), "*注意：*下一步");
    assert_eq!(paragraph("**“引号”**后"), "*“引号”*后");
    assert_eq!(paragraph("前**重点。**后"), "前*重点。*后");
    assert_eq!(paragraph("前**（一）**，后"), "前*（一）*，后");
    assert_eq!(paragraph("*斜*，后"), "_斜_，后");
    assert_eq!(paragraph("完成**50%**以上"), "完成*50%*以上");
    assert_eq!(paragraph("2\\*3 和 4 * 5"), "2*3 和 4 * 5");
}

#[test]
fn calls_stand_in_text_or_alone() {
    assert_eq!(
        paragraph("到位{{ 到位资金 }}，完成**{{ 到位资金.完成率 }}**。"),
        "到位{到位资金}，完成{到位资金}。"
    );
    let passages = read("{{ 表 \"总体情况\" }}\n{{ 图 \"走势\" 到位资金 }}\n\n文字");
    assert!(
        matches!(passages[0], Passage::Table(_))
            && matches!(passages[1], Passage::Chart(_))
    );
    assert_eq!(passages.len(), 3);
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
fn html_is_plain_text_and_chinese_lines_join_without_a_space() {
    assert_eq!(
        paragraph("甲<script>alert(1)</script>乙"),
        "甲<script>alert(1)</script>乙"
    );
    assert_eq!(paragraph("第一行\n第二行"), "第一行第二行");
    assert_eq!(paragraph("one\ntwo"), "one two");
    assert_eq!(
        paragraph("见[公告](https://example.gov.cn/a)。"),
        "见[公告](https://example.gov.cn/a)。"
    );
}

#[test]
fn headings_and_lists_are_kept() {
    let passages = read("## 总体\n\n1. 一\n2. 二\n\n- 甲\n");
    let [
        Passage::Heading(2, _),
        Passage::List(true, numbered),
        Passage::List(false, plain),
    ] = passages.as_slice()
    else {
        panic!("{passages:?}");
    };
    assert_eq!((numbered.len(), plain.len()), (2, 1));
}

#[test]
fn what_an_official_document_does_not_have_is_refused() {
    for text in [
        "![图](a.png)",
        "> 引用",
        "    代码",
        "- 甲\n  - 乙",
        "[甲](javascript:x)",
        "---",
    ] {
        let (_, faults) = narrative(text, 0);
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["unsupported-markdown"], "{text}");
    }
}
