//! Explanations of YAML syntax errors, in words that a clerk can act on.

use granit_parser::ErrorKind;

/// Returns what is wrong, and what to do.
pub(super) fn explain(kind: &ErrorKind) -> (&'static str, &'static str) {
    let other = ("这里不合 YAML 的写法", "核对本行和上一行的冒号、引号、括号和缩进");
    brackets(kind).or_else(|| quotes(kind)).or_else(|| lines(kind)).unwrap_or(other)
}

fn brackets(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Kind;
    Some(match kind {
        Kind::UnclosedFlowCollection { open: '[' } | Kind::UnexpectedEofFlowSequence => {
            unclosed("[")
        }
        Kind::UnclosedFlowCollection { .. }
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping => unclosed("{"),
        Kind::MisplacedFlowCollectionEnd | Kind::MismatchedFlowCollectionEnd { .. } => {
            ("括号不配对", "核对“[”与“]”、“{”与“}”成对")
        }
        Kind::ExpectedFlowMappingSeparator => (
            "花括号里的两项没有分开",
            "两项之间加半角逗号和空格，值里有逗号、冒号时加引号",
        ),
        Kind::ExpectedFlowSequenceSeparator => (
            "方括号里的两项没有分开",
            "两项之间加半角逗号和空格，值里有逗号、冒号时加引号",
        ),
        Kind::RecursionLimitExceeded => ("层次套得太深", "核对括号和缩进；记录最多几层"),
        _ => return None,
    })
}

fn quotes(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Kind;
    Some(match kind {
        Kind::UnclosedQuotedScalar
        | Kind::InvalidQuotedScalarIndent
        | Kind::DocumentIndicatorInQuotedScalar => ("引号没有配对", "补上后一个半角引号"),
        Kind::InvalidTrailingSingleQuotedScalar
        | Kind::InvalidTrailingDoubleQuotedScalar => {
            ("引号后面还有字", "把整个值放进引号，或去掉引号")
        }
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidUnicodeEscape => {
            ("双引号里的反斜杠看不懂", "反斜杠写成两个“\\\\”，或改用单引号")
        }
        Kind::UnexpectedCharacter { character: '@' | '`' } => {
            ("值不能以 @ 或 ` 开头", "给整个值加引号")
        }
        _ => return None,
    })
}

fn lines(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as Kind;
    Some(match kind {
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart => ("这里有制表符（Tab 键）", "改成空格"),
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => (
            "这一行看不出是“键: 值”",
            "补上半角冒号和空格；是上一行的续文就把它并到上一行",
        ),
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement => (
            "一行里有两个“: ”，或缩进不对",
            "值里有冒号加空格时，给整个值加引号；否则核对缩进",
        ),
        Kind::ExpectedBlockMappingKey
        | Kind::MappingKeyNotAllowed
        | Kind::InvalidIndentation
        | Kind::ExpectedBlockSequenceEntry
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::ExpectedDocumentStart => {
            ("这里的缩进或写法与前面不一致", "同一层的行左边对齐；列表的各项都以“- ”开头")
        }
        Kind::DirectiveDisallowed => ("这里不能用 % 开头的 YAML 指令", "删去这一行"),
        Kind::PlainScalarStartsWithDashFlowIndicator
        | Kind::InvalidBlockEntryWhitespace => {
            ("减号后面的写法不对", "列表项写“- ”加内容；确是文字就加引号")
        }
        Kind::InvalidBlockScalarHeader
        | Kind::InvalidBlockScalarIndent
        | Kind::ZeroBlockScalarIndent => {
            ("大段文字的写法不对", "“|”后面换行，下面各行缩进两格")
        }
        Kind::UnexpectedEof | Kind::UnexpectedEofBlockMapping => {
            ("文件没有写完", "核对末尾的引号、括号")
        }
        _ => return None,
    })
}

/// Returns the explanation for a bracket that is never closed.
pub(super) fn unclosed(text: &str) -> (&'static str, &'static str) {
    if text.starts_with('[') {
        ("方括号没有配对", "补上“]”，并核对里面的逗号是半角的")
    } else {
        ("花括号没有配对", "补上“}”，并核对里面的逗号是半角的")
    }
}

/// Returns the range of the first visible character at or before an offset, so that there is
/// something to mark.
pub(super) fn visible(text: &str, at: usize) -> (usize, usize) {
    let mut at = at;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let here = text[at..].chars().next().filter(|c| !c.is_whitespace());
    if let Some(c) = here {
        return (at, at + c.len_utf8());
    }
    let before = text[..at].trim_end();
    let length = before.chars().next_back().map_or(0, char::len_utf8);
    (before.len() - length, before.len())
}
