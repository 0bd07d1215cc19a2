//! 已发布的数变了
//!
//! ## 为什么
//! 通报一经发布，数就是公布过的。后来改数据使它变了，或者没有了，要么是改了旧记录，要么该公布，不能悄悄变。
//!
//! ## 怎么办
//! 以后才知道的事照实写成以后知道的，就不会动已发布的数：迟报的写 `报送`，改了单位、类别等写 `变更`，一笔写错了在那一笔里写 `更正`，资金另加一条带 `更正` 日期的增减，目标改了写 `调整`。评分、缺项、取消资格、上报数、核定数、单位的并入和分组也一样：错了的在那一条里写 `更正`，变了的写 `变更`。
//!
//! 发布的存档里除了数，还有每条记录当时的说法（`told`：哪天、多少、计入没有）和它计入什么的摘要，程序由此找出改了、加了、删了的是哪一条，把照实写的那一行列在办法里，换掉 `<…>` 就行；归哪个单位、属哪一类改了的，找得出记录，改的是哪一项自己看。以前发布、没有 `told` 的存档只有数，认不出改的是哪一条：程序写明哪一类的数变了多少、这一类的改动怎样照实写；各个数恰好多了一笔没有写 `报送` 的，列那一笔。办法里的 `tongbao diff <发布时的提交>` 逐条列出发布以来改了、删了的，恢复原来的，确实不算了的写作废、更正或终止，写明 `报送`。
//!
//! 一次改动常使许多数跟着变，每期只列最要紧的一个和其余的个数；全部列在 `--format json` 的 `subjects` 和 `tongbao diff` 里。
//!
//! 公布的数当时就错了，或者以后知道了新的情况、确要改已发布的数，运行 `tongbao revise --kind <更正或修订> --reason <原因> --date <日期>`：程序把各期变动的数一次写进 `revisions/`，网页和公文标出新数并附更正或修订表，发布时的存档不动。

use std::cmp::Reverse;

use crate::check::context::Context;
use crate::check::moved::Moves;
use crate::check::moved::edition::ReleasedEdition;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::results::moved::MOVED;
use crate::sheet::revised::moved_in_words;
use crate::words::date;

pub(super) static RULE: Rule = rule!(MOVED, Error, Figures(check));

/// The most lines of advice; whoever needs more has edited more than one thing.
const LINES: usize = 3;

/// What to do with what is gone.
const GONE: &str = "数少了也可能是删了记录：删了的恢复原来的；作废的在那一条里写 更正: [{报送: <报来的日期>, 作废: 是, 原因: <为什么>}]，项目不做了的写 终止: {日期: <哪天>, 报送: <报来的日期>, 原因: <为什么>}";

/// What to do if the released figure is to change.
const DISCLOSE: &str = "确要改已发布的数，用 tongbao revise --kind <更正或修订> --reason <原因> --date <日期> 公布";

fn check(context: &Context, reporter: &mut Reporter) {
    let Some(moves) = context.moves() else { return };
    for (at, edition) in moves.editions.iter().enumerate() {
        let Some(gravest) = edition.moved.iter().min_by_key(|moved| grade(moved)) else {
            continue;
        };
        let file = edition.release.file;
        let message = message(context.book, edition, gravest);
        let ids = edition.moved.iter().map(|moved| moved.figure.id.to_string());
        reporter
            .report(Place::whole(file), message)
            .help(help(context.book, moves, at))
            .about(gravest.figure.id.to_string())
            .about_all(ids);
    }
}

/// How grave it is that a figure moved: what is gone, then what others follow from, the whole
/// before its parts.
fn grade(moved: &Moved) -> impl Ord + use<> {
    let has = |part: FrozenPart| moved.parts.iter().any(|moved| moved.part == part);
    let is_whole = matches!(moved.figure.id, FigureId::Indicator(_, Scope::All));
    let is_set = has(FrozenPart::Target);
    let counts = has(FrozenPart::Value) || is_set;
    let turned = moved.parts.iter().any(|part| !part.keeps_verdict());
    (Reverse(moved.gone), Reverse(counts), Reverse(is_whole), Reverse(turned))
}

fn message(book: &Book, edition: &ReleasedEdition, gravest: &Moved) -> String {
    let when = date::period(&edition.release.record.period);
    let (title, id) = (gravest.figure.title(), &gravest.figure.id);
    let first = if gravest.gone {
        format!("{when}已发布的“{title}”（{id}）现在没有了")
    } else {
        let words = ("公布为", "现在算出");
        let parts = moved_in_words(book, &gravest.figure, &gravest.parts, words);
        format!("{when}已发布的“{title}”变了：{parts}")
    };
    match edition.moved.len() - 1 {
        0 => first,
        others => format!("{first}；这一期还有{others}个数也变了"),
    }
}

/// The lines that say the same honestly: of records, as far as it can be told which were edited, and of
/// the kind of figure where it cannot.
fn help(book: &Book, moves: &Moves, at: usize) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in moves.lines(at) {
        if lines.len() < LINES && !lines.contains(&line) {
            lines.push(line);
        }
    }
    let told = match lines.len() {
        0 => "认不出改的是哪一条；改错了就改回去，以后才知道的照实写成以后知道的",
        1 => "对得上的有这一条，看看改的是不是它；照实写就不动已发布的数",
        _ => "对得上的有下面几条，看看改的是哪一条；照实写就不动已发布的数",
    };
    let (is_told, has_fallen) = (!lines.is_empty(), moves.has_fallen(at));
    let is_open = !is_told || has_fallen;
    lines.extend(moves.kind(at).filter(|_| lines.len() < LINES && is_open));
    lines.extend((has_fallen && !is_told).then_some(GONE));
    let since = since(book, &moves.editions[at]);
    format!("{told}：\n{}\n{since}{DISCLOSE}", lines.join("\n"))
}

/// The command that lists every record that was edited since the release.
fn since(book: &Book, edition: &ReleasedEdition) -> String {
    let source = edition.release.record.source.as_ref();
    let Some(commit) = source.and_then(|source| source.commit.as_ref()) else {
        return String::new();
    };
    let commit = commit.get(..12).unwrap_or(commit);
    format!(
        "发布以来改了、删了哪些记录，运行 tongbao diff {commit} --book {} 逐条列出\n",
        book.id
    )
}
