//! What is plain is read as by the whole parser; what is not is left to it.

use crate::load::yaml::{parse_plain, parse_whole};

/// Texts that are plain, with what is at the edge of it.
const PLAIN: &[&str] = &[
    "名称: 甲",
    "名称: 甲  # 说明\n# 说明\n\n  # 说明\n演示: 是\n",
    "名称:   甲 乙#丙:丁  \r\n领域:\r\n  - 甲\r\n",
    "名称: \"甲: 乙, 丙 # 丁\"\n别名: '{甲}'\n",
    "空:\n也空:   # 说明\n末:",
    "甲:\n  乙:\n    丙: 1\n  丁: 2\n戊: 3\n",
    "合同:\n- 类型: 甲\n  签订: 2023-01-05\n-   类型: 乙\n    表:\n    - 一\n    - 二\n",
    "- 甲\n- {乙: 1, 丙: [丁, '戊', []], 己: {庚: 辛},}\n",
    "合同:\n  - {类型: 甲,\n     凭证: [乙,\n       丙],\n    }  # 说明\n名称: 乙\n",
    "甲: -5%\n乙: 12：30\n丙: [-5, a:b, c#d]\n",
];

/// Texts that are right, wrong or doubtful, and not plain.
const LEFT: &[&str] = &[
    "",
    "# 说明\n",
    "甲",
    "\u{feff}甲: 1\n",
    "甲: 1\n甲: 2\n",
    "甲: 乙: 丙\n",
    "甲: 乙\n  丙\n",
    "甲: {乙: 1,\n丙: 2}\n",
    "甲: {乙: 1\n",
    "甲: {乙}\n",
    "甲: [乙 # 丙\n  ]\n",
    "甲:\n  乙: 1\n 丙: 2\n",
    "- 甲\n乙: 1\n",
    "---\n甲: 1\n",
    "甲: 1\n...\n",
    "甲: &乙 丙\n",
    "甲: |\n  乙\n",
    "甲: \"乙\\n丙\"\n",
    "甲: '乙''丙'\n",
    "甲:\t乙\n",
    "甲: 乙\u{85}丙\n",
    "甲: no\n",
    "甲: 007\n",
    "\"甲\": 1\n",
    "甲: 1\r乙: 2\n",
];

#[test]
fn plain_texts_have_the_content_and_the_places_that_the_whole_parser_gives() {
    for text in PLAIN {
        let whole = parse_whole(text, 3);
        assert_eq!(whole.faults, [], "{text}");
        assert!(whole.written.is_some(), "{text}");
        assert_eq!(parse_plain(text, 3), whole.written, "{text}");
    }
}

#[test]
fn other_texts_are_left_to_the_whole_parser() {
    for text in LEFT {
        assert_eq!(parse_plain(text, 0), None, "{text}");
    }
}

#[test]
fn deep_nesting_and_crowded_maps_are_left_to_the_whole_parser() {
    let deep = format!("甲: {}{}\n", "[".repeat(20), "]".repeat(20));
    let crowded: String = (0..300).map(|key| format!("键{key}: 1\n")).collect();
    assert_eq!(parse_plain(&deep, 0), None);
    assert_eq!(parse_plain(&crowded, 0), None);
}
