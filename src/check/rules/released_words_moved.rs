//! 已发布的通报对一条记录、一项报送的说法变了
//!
//! ## 为什么
//! 通报里不只有数：每一笔是哪天、多少、计入了没有，谁报了、谁报了零、谁没有报，都公布过。改了旧记录的日期、报送，删了零报告，数也许没有动，通报的表却悄悄变了。一条多记、一条少记，或者两个项目对调了单位，合计也没有动：存档给每条记录留了它计入什么的摘要，逐条比。
//!
//! 补记的旧事只是没有写 `报送` 的，不在这里，报 `submitted-missing`。
//!
//! ## 怎么办
//! 以后才知道的照实写成以后知道的，通报的说法就不变：日期、金额写错了的，在那一条里写 `更正`；凭证后来才补齐的，写 `补证`，`报送` 不动；补记的旧事写明 `报送`；零报告报错了的，在那条里写 `更正` 作废。
//!
//! 印出去的标题、期号、印发日期、正文和点评也在存档里，发布以后改一个字都报。
//!
//! 发布时就说错了、确要改的，运行 `tongbao revise --kind <更正或修订> --reason <原因> --date <日期>`：程序把原来的说法和现在的说法记进 `revisions/`。
//!
//! ## 例
//! 六月的通报发布时这一笔是1000万元：
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "version": "0.1.0", "told": [
//! {"about": "xm-1", "words": ["到位资金 2023-05 1000万元 计入"]}], "scores": [], "figures": [
//! {"id": "funds/unit:shangwu", "name": "到位资金", "scope_name": "县商务委", "unit": "亿元", "value": "0", "target": "3", "completion": "0", "level": "public"}]}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 570b0845f8bcbc8a67a89187e145e93d3ba69bf6f6bd98c91fbd9c9e2b11aa19  2023-06.json
//! ```
//! ```text
//! released-words-moved released/2023-06.json 2023年6月发布时说“xm-1：到位资金 2023-05 1000万元 计入”，现在是“xm-1：到位资金 2023-05 1200万元 计入”
//! ```

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::moved::Moves;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Filed;
use crate::model::edition::release::Release;
use crate::model::edition::release::told::Retold;
use crate::results::told::{RETOLD, text};
use crate::words::date;

pub(super) static RULE: Rule = rule!(RETOLD, Error, Figures(check));

/// The most lines of advice.
const LINES: usize = 3;

/// How the same is said honestly, where it cannot be told what was edited.
const HONEST: &str = "以后才知道的照实写：日期、金额写错了的在那一条里写 更正: [{报送: <报来的日期>, …, 原因: <为什么>}]，凭证后补的写 补证: <补齐的日期>，补记的旧事写 报送: <报来的日期>，零报告报错了的写 更正: [{报送: <报来的日期>, 作废: 是, 原因: <为什么>}]";

/// How it is said that others have to report than had.
const DUTIES: &str = "该报的单位变了的，新设的在 units.yaml 里写 起用: <哪天>，不设了的写 止用 或者 并入；报送任务以后才要的写 起: <哪天>";

/// What to do if the edition said it wrongly.
const DISCLOSE: &str = "发布时就说错了的，用 tongbao revise --kind <更正或修订> --reason <原因> --date <日期> 公布";

fn check(context: &Context, reporter: &mut Reporter) {
    let releases = &context.book.releases;
    if releases.iter().all(|release| release.record.told.is_none()) {
        return;
    }
    let (Some(basis), Some(moves)) = (context.basis(), context.moves()) else { return };
    for (at, edition) in moves.editions.iter().enumerate() {
        let (texts, retold): (Vec<&Retold>, Vec<&Retold>) = moves
            .retold(basis, at)
            .into_iter()
            .partition(|one| text::is_text(&one.about));
        texts
            .into_iter()
            .for_each(|one| report_text(context, edition.release, one, reporter));
        // A record tells more of what was edited than who reported.
        let record = retold.iter().find(|one| !one.about.contains('/'));
        let Some(first) = record.or(retold.first()) else { continue };
        let period = date::period(&edition.release.record.period);
        let message = match retold.len() - 1 {
            0 => format!("{period}{}", told(first)),
            others => {
                format!("{period}{}；这一期还有{others}处说法也变了", told(first))
            }
        };
        let subjects = retold.iter().map(|one| one.about.clone());
        reporter
            .report(Place::whole(edition.release.file), message)
            .help(help(moves, at, first))
            .about(first.about.as_str())
            .about_all(subjects);
    }
}

/// Reports that the text of an edition is another than was released.
fn report_text(
    context: &Context,
    release: &Filed<Release>,
    text: &Retold,
    reporter: &mut Reporter,
) {
    let edition = context.book.edition(&release.record.period);
    let Some(edition) = edition else { return };
    let label =
        |word: &String| word.split_once(' ').map_or("", |(label, _)| label).to_owned();
    let labels: BTreeSet<String> = text.said.iter().chain(&text.now).map(label).collect();
    let labels: Vec<String> = labels.into_iter().collect();
    let period = date::period(&release.record.period);
    reporter
        .report(
            Place::whole(edition.file),
            format!("{period}的通报发布以后，{}改了", labels.join("、")),
        )
        .help(format!("改回发布时的样子；{DISCLOSE}"))
        .about(text.about.as_str());
}

/// The lines that say the same honestly.
fn help(moves: &Moves, at: usize, first: &Retold) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in moves.lines(at) {
        if lines.len() < LINES && !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() && is_about_who_reports(first) {
        return format!("改错了的改回去；{DUTIES}；{DISCLOSE}");
    }
    if lines.is_empty() {
        return format!("改错了的改回去；{HONEST}；{DISCLOSE}");
    }
    format!("改错了的改回去；照实写就不变：\n{}\n{DISCLOSE}", lines.join("\n"))
}

/// Whether what is said of a duty is of other units than before.
fn is_about_who_reports(one: &Retold) -> bool {
    let is_of_duty = one.about.contains('/') && !one.about.contains('@');
    is_of_duty && (one.said.is_empty() || one.now.is_empty())
}

fn told(one: &Retold) -> String {
    let (said, now) = one.sentences();
    format!("发布时说“{said}”，现在是“{now}”")
}
