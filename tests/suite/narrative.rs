//! What is typed in a narrative is printed as typed, or is a finding; text that is written by
//! escapes is looked at as if it were typed.

use proptest::prelude::*;
use proptest::sample::select;
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::report::edition::narrative::blocks;
use tongbao::report::site::{edition_files, figures_of, periods, sheets};
use tongbao::view::document::PaperBlock;
use tongbao::view::inline::Inline;
use tongbao::view::page::Block;

use crate::case::Case;

const EDITION: &str = "editions/2023-06.md";
const PROJECT: &str = "projects/2023/xm-1.yaml";

/// The minimal book with a narrative.
fn typed(narrative: &str) -> Case {
    // A text that begins with a line of dashes would be a whole file.
    Case::minimal().laid_over(EDITION, &format!("\n{narrative}"))
}

fn codes(case: &Case) -> Vec<&'static str> {
    case.findings().iter().map(|finding| finding.code).collect()
}

/// The texts of a narrative's blocks on the page, and of the blocks of its document.
fn printed(case: &Case) -> (Vec<String>, Vec<String>) {
    let loaded = load(case);
    let book = &loaded.books[0];
    let periods = periods(book, &[]);
    let basis = Basis::of(book, periods.last().unwrap().end());
    let dated = figures_of(&basis, &periods);
    let sheets = sheets(&basis, &dated);
    let sheet = &sheets[0];
    let narrative = &sheet.edition.unwrap().record.narrative;
    let page = blocks(sheet, narrative).iter().flat_map(on_page).collect();
    let document = edition_files(sheet).document;
    (page, document.blocks.iter().flat_map(on_paper).collect())
}

fn on_page(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph { inlines } => vec![Inline::words(inlines)],
        Block::List { first, items } => numbered(*first, items),
        _ => Vec::new(),
    }
}

fn on_paper(block: &PaperBlock) -> Vec<String> {
    match block {
        PaperBlock::Heading { text, .. } => vec![text.clone()],
        PaperBlock::Paragraph { inlines } => vec![Inline::words(inlines)],
        PaperBlock::List { first, items } => numbered(*first, items),
        _ => Vec::new(),
    }
}

fn numbered(first: Option<u64>, items: &[Vec<Inline>]) -> Vec<String> {
    let number = |at: usize| {
        first.map_or(String::new(), |first| format!("{}.", first + at as u64))
    };
    let item = |(at, item): (usize, &Vec<Inline>)| number(at) + &Inline::words(item);
    items.iter().enumerate().map(item).collect()
}

#[test]
fn what_is_supported_is_printed_as_typed_on_page_and_paper() {
    for (narrative, lines) in [
        (
            "***重点：***后文。__重点：__后文。_重点：_后文。含**「重点」**内容。",
            &["重点：后文。重点：后文。重点：后文。含「重点」内容。"][..],
        ),
        (
            "完成**{{ 到位资金.完成率 }}**，**（{{ 到位资金 }}）**后文。**甲****乙**。",
            &["完成1.20%，（0.12亿元）后文。甲乙。"],
        ),
        (
            "2*3*4、\\*\\*不是粗体\\*\\*、面积3*5米、１*２",
            &["2*3*4、**不是粗体**、面积3*5米、１*２"],
        ),
        (
            "出处：[原文](https://example.cn/*/a_1.html?a=*)，又见https://example.cn/*.html。",
            &["出处：原文，又见https://example.cn/*.html。"],
        ),
        (
            "3. 第三条\n4. 第四条\n\n{{ 表 \"新签约项目\" }}\n\n2023\\. 年到位资金另报。",
            &["3.第三条", "4.第四条", "2023. 年到位资金另报。"],
        ),
        (
            "## 一、总体\n\n#### （一）甲\n\n- 甲\n- 乙\n",
            &["一、总体", "（一）甲", "甲", "乙"],
        ),
        ("寅&lt;b&gt;卯&copy;辰&ge;巳&unknown;午&", &["寅<b>卯©辰≥巳&unknown;午&"]),
        (
            "前**\\<真**后，5 < 6，〔2023〕12号，[注]，\\#甲，C:\\数据",
            &["前<真后，5 < 6，〔2023〕12号，[注]，#甲，C:\\数据"],
        ),
        ("　　首行两个全角空格的一段。", &["首行两个全角空格的一段。"]),
    ] {
        let case = typed(narrative);
        let found = codes(&case);
        assert!(
            found.iter().all(|code| *code == "bare-number"),
            "{narrative}: {:?}",
            case.lines()
        );
        let (page, document) = printed(&case);
        let page: Vec<String> =
            page.into_iter().filter(|text| !text.starts_with("本期没有")).collect();
        assert_eq!(page, lines);
        for line in lines {
            assert!(
                document.iter().any(|text| text.ends_with(line)),
                "{line}: {document:?}"
            );
        }
    }
}

/// Signs of Markdown and HTML that no page prints as they were meant.
const UNSUPPORTED: &[&str] = &[
    "~~作废。~~后文。",
    "| 单位 | 到位 |\n|---|---|\n| 甲 | 1 |",
    "单位 | 到位\n---|---\n甲 | 1",
    "- [ ] 待办\n- [x] 已办",
    "甲[^1]。\n\n[^1]: 注。",
    "[甲]: https://example.cn",
    "甲\n\n[注]: 说明\n[注]: 再说明",
    "> 引用",
    "    代码",
    "```\n甲\n```",
    "<!-- 待核 -->",
    "甲<!-- 待核 -->乙",
    "<div>\n甲\n</div>",
    "甲<br>乙",
    "<b>甲</b>",
    "<u>甲</u>",
    "##一、总体",
    "＃＃ 一、总体",
    "#三、甲",
    "# 甲\n\n#### 乙",
    "##### 五级",
    "## 甲\n\n##### 乙",
    "###### 六级",
    "## 甲 ##",
    "甲\n===",
    "甲乙\n-----",
    "1、甲\n2、乙",
    "1．甲\n2．乙",
    "（一）甲\n（二）乙",
    "甲  \n乙",
    "甲\\\n乙",
    "1. 甲\n1. 乙",
    "1. 甲\n3. 乙",
    "1) 甲",
    "- 甲\n    - 乙",
    "1. 甲\n   - 乙",
    "- 甲\n\n  乙",
    "***",
    "---",
    "* * *",
    "＊＊甲＊＊",
    "～～甲～～",
    "｜甲｜乙｜",
    "长*宽*高",
    "**甲",
    "甲**",
    "**甲*",
    "__甲",
    "![图](https://example.cn/a.png)",
    "[甲](b.html)",
    "[甲]（https://example.cn）",
    "[甲](https://example.cn \"题\")",
    "甲`乙`丙",
    "==甲==",
    "甲\t乙",
    "####",
    "-",
];

/// Every one of some narratives has a finding of a code.
fn all_have(code: &str, narratives: &[&str]) {
    for narrative in narratives {
        let found = codes(&typed(narrative));
        assert!(found.contains(&code), "{narrative}: {found:?}");
    }
}

#[test]
fn what_is_not_supported_is_found() {
    all_have("unsupported-markdown", UNSUPPORTED);
}

#[test]
fn braces_that_are_no_reference_are_found() {
    let braces = [
        "｛｛ 到位资金 ｝｝",
        "{｛ 到位资金 ｝}",
        "{ 到位资金 }",
        "${到位资金}",
        "甲}}",
        "{{ 到位资金 }",
        "｛｛ 表 \"新签约项目\" ｝｝",
    ];
    all_have("bad-reference", &braces);
}

#[test]
fn leftovers_of_a_merge_are_found() {
    let leftovers = ["甲段。\n=======\n乙段。", "||||||| base\n乙段。", ">>>>>>> x"];
    all_have("merge-conflict", &leftovers);
}

#[test]
fn text_that_is_written_by_escapes_is_looked_at_like_any_other() {
    for (value, code) in [
        ("\"饮料\\u202e工加\\u202c\"", "control-character"),
        ("\"家具\\e[31m\\x07\"", "control-character"),
        ("\"竹木\\0\"", "control-character"),
        ("\"竹木\\L制品\"", "control-character"),
        ("\"竹木\\P制品\"", "control-character"),
        ("\"竹木\\N制品\"", "control-character"),
        ("\"竹木\\U000E0041\"", "control-character"),
        ("\"竹木\\u3164\"", "control-character"),
        ("\"竹木\\r制品\"", "lone-return"),
        ("\"竹木\\_制品\"", "odd-space"),
        ("\"\\u2f2f业\"", "look-alike"),
        ("\"\\ufffd业\"", "garbled-text"),
        ("\"电话138\\x30\\x30138000\"", "phone-number"),
        ("\"\\U000212FE\"", "missing-glyph"),
    ] {
        for (path, key) in [(PROJECT, "备注"), ("book.yaml", "标志"), (PROJECT, "名称")]
        {
            let case = Case::minimal().laid_over(path, &format!("{key}: {value}\n"));
            assert!(codes(&case).contains(&code), "{key}: {value}: {:?}", case.lines());
        }
    }
    for (narrative, code) in [
        ("甲&ZeroWidthSpace;乙", "control-character"),
        ("甲&#8238;乙", "control-character"),
        ("甲&#x2028;乙", "control-character"),
        ("甲&zwnj;乙", "control-character"),
        ("甲&#27;乙", "control-character"),
        ("**甲&shy;乙**", "control-character"),
        ("[甲&lrm;](https://example.cn)", "control-character"),
        ("## 甲&rlm;", "control-character"),
        ("- 甲&zwj;", "control-character"),
        ("甲&#0;乙", "garbled-text"),
        ("甲&nbsp;乙", "odd-space"),
        ("甲&emsp;乙", "odd-space"),
        ("&#x2f2f;业", "look-alike"),
        ("甲&#xE000;乙", "missing-glyph"),
    ] {
        let found = codes(&typed(narrative));
        assert!(found.contains(&code), "{narrative}: {found:?}");
    }
}

#[test]
fn characters_that_are_not_what_they_seem_are_found_and_told_by_their_codes() {
    for (value, code) in [
        ("饮料\u{2028}加工", "control-character"),
        ("饮料\u{85}加工", "control-character"),
        ("饮料\u{2800}", "control-character"),
        ("饮料\u{115f}加工", "control-character"),
        ("饮料\u{fe0f}加工", "control-character"),
        ("饮料\u{fdd0}", "control-character"),
        ("饮料\u{a0}加工", "odd-space"),
        ("饮料\u{2009}加工", "odd-space"),
        ("饮料加工\u{3000}", "odd-space"),
        ("⻢铃薯", "look-alike"),
        ("\u{f98a}量", "look-alike"),
        ("Аpple", "look-alike"),
        ("锟斤拷项目", "garbled-text"),
        ("é¥®æ–™", "garbled-text"),
        ("饮料\u{fffd}", "garbled-text"),
        ("饮料\r加工", "lone-return"),
        ("物流园 #2 仓库", "lost-comment"),
        ("#3 厂房", "lost-comment"),
        ("物流园 # 二期", "lost-comment"),
    ] {
        let case =
            Case::minimal().laid_over(PROJECT, &format!("备注: {value}\n演示: 是\n"));
        assert_eq!(codes(&case), [code], "{value}: {:?}", case.lines());
    }
    for value in [
        "葛\u{e0100}城",
        "⚠\u{fe0f}甲",
        "张　三",
        "Müller",
        "\"物流园 #2 仓库\"",
        "C#语言",
        "物流园#2",
    ] {
        let case =
            Case::minimal().laid_over(PROJECT, &format!("备注: {value}\n演示: 是\n"));
        assert!(
            codes(&case).iter().all(|code| *code == "missing-glyph"),
            "{value}: {:?}",
            case.lines()
        );
    }
    for (unit, told) in [
        ("县交通局\u{a0}", "写的里面有看不见的 U+00A0"),
        ("县交通局\u{3000}", "写的里面有看不见的 U+3000"),
        ("县交\u{e0100}通局", "写的里面有看不见的 U+E0100"),
    ] {
        let case =
            Case::minimal().laid_over(PROJECT, &format!("责任单位: {unit}\n演示: 是\n"));
        let found = case.findings();
        let unknown =
            found.iter().find(|finding| finding.code == "unknown-unit").unwrap();
        assert!(unknown.help.ends_with(told), "{}", unknown.help);
    }
}

#[test]
fn a_finding_about_a_very_long_line_is_short() {
    let long = "长".repeat(40_000);
    for text in [
        format!("责任单位: {long}\n"),
        format!("备注: [{}]\n", "甲, ".repeat(20_000)),
        format!("开工: {{日期: {long}}}\n"),
        format!("{long}: 甲\n"),
        format!("备注: {long} #2\n"),
    ] {
        let found = Case::minimal().laid_over(PROJECT, &text).findings();
        assert!(!found.is_empty());
        for format in tongbao::diagnostic::format::FORMATS {
            for finding in &found {
                let shown = (format.show)(std::slice::from_ref(finding), false);
                assert!(
                    shown.len() < 4000,
                    "{} of {}: {}",
                    format.name,
                    finding.code,
                    shown.len()
                );
            }
        }
    }
}

/// Pieces of a narrative, each with the letters and digits that it must print.
const PIECES: &[(&str, &str)] = &[
    ("甲", "甲"),
    ("乙丙", "乙丙"),
    ("3", "3"),
    ("a", "a"),
    (
        "全县各招商责任单位上半年新签约的正式合同",
        "全县各招商责任单位上半年新签约的正式合同",
    ),
    ("。", ""),
    ("，", ""),
    (" ", ""),
    ("  ", ""),
    ("\n", ""),
    ("\n\n", ""),
    ("　", ""),
    ("\t", ""),
    ("*", ""),
    ("**", ""),
    ("***", ""),
    ("_", ""),
    ("__", ""),
    ("~~", ""),
    ("`", ""),
    ("#", ""),
    ("## ", ""),
    ("##", ""),
    ("＃", ""),
    ("- ", ""),
    ("+ ", ""),
    ("1. ", "1"),
    ("2) ", "2"),
    ("7. ", "7"),
    ("1、", "1"),
    ("（一）", "一"),
    ("> ", ""),
    ("| ", ""),
    ("|-|-|", ""),
    ("===", ""),
    ("---", ""),
    ("=======", ""),
    ("[", ""),
    ("]", ""),
    (")", ""),
    ("[^", ""),
    ("]:", ""),
    ("<", ""),
    (">", ""),
    ("<b>", "b"),
    ("<!-- ", ""),
    (" -->", ""),
    ("\\\n", ""),
    ("\\a", "a"),
    ("\\*", ""),
    ("\\#", ""),
    ("&", ""),
    ("&lt;", ""),
    ("&copy;", ""),
    ("{", ""),
    ("}", ""),
    ("｛｛", ""),
    ("<https://example.cn/*>", "httpsexamplecn"),
    ("https://example.cn/_*", "httpsexamplecn"),
    ("    ", ""),
    ("!", ""),
    ("~", ""),
    (":::", ""),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(400), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_typed_letter_is_printed_in_order_or_there_is_a_finding(pieces in prop::collection::vec(select(PIECES), 1..14)) {
        let narrative: String = pieces.iter().map(|(typed, _)| *typed).collect();
        let letters: String = pieces.iter().map(|(_, letters)| *letters).collect();
        let case = typed(&narrative);
        if codes(&case).is_empty() {
            let (page, document) = printed(&case);
            let shown: String = page.concat().chars().filter(|c| c.is_alphanumeric()).collect();
            prop_assert_eq!(&shown, &letters, "{:?}", narrative);
            for line in page {
                prop_assert!(document.iter().any(|text| text.ends_with(&line)), "{}: {:?}", line, document);
            }
        }
    }
}
