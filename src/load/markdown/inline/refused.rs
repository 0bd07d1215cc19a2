//! Signs of what a narrative cannot have.

use crate::load::markdown::fault::unsupported;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// What is refused, and what to do.
pub(super) enum Refused {
    /// A form of Markdown or of HTML.
    Form(&'static str, &'static str),
    /// A brace that belongs to no call.
    Brace,
}

impl Refused {
    /// Makes the fault at a place.
    pub(super) fn at(self, span: Span) -> Fault {
        match self {
            Refused::Form(what, help) => unsupported(span, what, help),
            Refused::Brace => Fault {
                code: "bad-reference",
                span,
                problem: "这里的花括号不是引用".to_owned(),
                help: "引用写两对半角的，如 {{ 到位资金 }}；确要印出来的，写成“\\{”“\\}”，或改用〔〕"
                    .to_owned(),
                other: None,
            },
        }
    }
}

/// Returns what is refused at the start of a text, with its length.
pub(super) fn refused(text: &str, before: Option<char>) -> Option<(usize, Refused)> {
    let form = |length, what, help| Some((length, Refused::Form(what, help)));
    match text.chars().next()? {
        '{' | '}' | '｛' | '｝' => {
            let length = text.find(|c| !"{}｛｝".contains(c)).unwrap_or(text.len());
            Some((length, Refused::Brace))
        }
        sign @ ('`' | '｀') => {
            let help = "删去反引号；确要印出来的，写成“\\`”";
            form(pair(text, run(text, sign)), "代码（反引号）", help)
        }
        '~' if text.starts_with("~~") => {
            let help = "删去不要的文字；连接两个数的写一个“~”";
            form(pair(text, run(text, '~')), "删除线（~~）", help)
        }
        sign @ ('～' | '＊' | '＿') if run(text, sign) > sign.len_utf8() => {
            let help = "着重写成半角的 **文字**；连接两个数的写一个“～”";
            form(pair(text, run(text, sign)), "成对的全角符号", help)
        }
        '=' if text.starts_with("==") && before != Some('=') => {
            let length = pair(text, run(text, '='));
            let is_pair = length > run(text, '=');
            is_pair.then(|| form(length, "突出显示（==）", "着重写成 **文字**"))?
        }
        '!' if text.starts_with("![") => {
            form(text.len(), "图片", "用 {{ 图 \"名称\" 指标 }} 插入图")
        }
        '\t' => {
            let help = "改成空格；是表格的用 {{ 表 \"名称\" 指标 }} 插入";
            form(run(text, '\t'), "制表符（Tab 键）", help)
        }
        '<' if is_tag(text) => {
            let length = text.find('>').map_or(text.len(), |end| end + 1);
            form(length, "网页标签和注释", "删去尖括号里的内容；确要印出“<”的，写成“\\<”")
        }
        _ => None,
    }
}

/// Returns the length of a run of signs at the start of a text.
fn run(text: &str, sign: char) -> usize {
    text.len() - text.trim_start_matches(sign).len()
}

/// Returns the length from a run to the end of the next one like it, which is refused with it; that
/// of the run alone if there is none.
fn pair(text: &str, run: usize) -> usize {
    text[run..].find(&text[..run]).map_or(run, |end| run + end + run)
}

/// Returns whether a text begins with a tag or a comment of HTML.
fn is_tag(text: &str) -> bool {
    let inner = &text[1..];
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.starts_with(|c: char| c.is_whitespace() || "/>:@.".contains(c))
        && after.contains('>');
    is_named
        || inner.starts_with("!--")
        || inner.starts_with(['!', '?']) && inner.contains('>')
}
