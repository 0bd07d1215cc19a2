//! The desk of a month as text: for the terminal, as a message, and as a list to be sent round.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::view::desk::{Coming, Desk, Outstanding};
use crate::words::plain;

/// Units that are named one by one in a line for the terminal.
const NAMED: usize = 8;
/// Bytes that a message may have in the programs that offices use.
const MESSAGE: usize = 2000;

/// Returns the desk as it is printed at a terminal.
pub fn text(desk: &Desk) -> String {
    let mut text = format!("{}　{}通报", desk.book, desk.edition);
    if !desk.state.is_empty() {
        text.push_str(&format!("（{}）", desk.state));
    }
    text.push_str(&format!("　今天{}\n", desk.today));
    section(&mut text, "将到期", desk.coming.iter().map(coming));
    section(&mut text, "逾期未报", desk.overdue.iter().map(outstanding));
    section(&mut text, "逾期报来", desk.late.iter().map(outstanding));
    section(&mut text, "报来还没有认定", desk.unrecognised.iter().map(outstanding));
    section(&mut text, "待核", desk.doubtful.iter().cloned());
    section(&mut text, "发布前还差", desk.obstacles.iter().cloned());
    section(&mut text, "下一步", std::iter::once(desk.next.clone()));
    plain(&text).into_owned()
}

/// Returns the desk as a message: what is overdue and what falls due, for a group of colleagues.
pub fn message(desk: &Desk) -> String {
    let mut text =
        format!("【{}】{}通报报送情况（{}）\n", desk.book, desk.edition, desk.today);
    let overdue = desk.overdue.iter().map(|one| {
        format!("逾期未报：{}，应于{}，{}", one.what, one.due, one.units.join("、"))
    });
    let asked = desk.coming.iter().filter(|one| one.is_duty && !one.units.is_empty());
    let coming = asked.map(|one| {
        format!("{}前报：{}，还有{}个单位没有报", one.day, one.what, one.units.len())
    });
    let lines: Vec<String> = overdue.chain(coming).collect();
    if lines.is_empty() {
        text.push_str("没有逾期未报的，近期没有要报的。\n");
    }
    for (at, line) in lines.iter().enumerate() {
        let rest = format!("另有{}项，见 tongbao status\n", lines.len() - at);
        if text.len() + line.len() + rest.len() + 1 > MESSAGE {
            text.push_str(&rest);
            break;
        }
        let _ = writeln!(text, "{line}");
    }
    plain(&text).into_owned()
}

/// Returns the list of the month, which reminds all units together: a draft without a number.
pub fn list(desk: &Desk) -> String {
    let mut by_unit: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    let kinds = [(&desk.overdue, "未报"), (&desk.late, "逾期报来")];
    for (found, how) in kinds {
        for one in found {
            for unit in &one.units {
                if !by_unit.contains_key(unit.as_str()) {
                    order.push(unit);
                }
                let told = format!("{}{how}（应于{}）", one.what, one.due);
                by_unit.entry(unit).or_default().push(told);
            }
        }
    }
    let mut text = format!(
        "# {}招商引资工作提醒清单（草稿）\n\n{}\n\n截至{}：\n\n",
        desk.edition, desk.book, desk.today
    );
    if order.is_empty() {
        text.push_str("各单位都已按期报送。\n");
    }
    for (at, unit) in order.iter().enumerate() {
        let _ = writeln!(text, "{}. {unit}：{}。", at + 1, by_unit[unit].join("；"));
    }
    plain(&text).into_owned()
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn coming(one: &Coming) -> String {
    let left = match one.days_left {
        0 => "今天".to_owned(),
        days => format!("还有{days}天"),
    };
    let units = match one.units.len() {
        0 if one.is_duty => "，都报了".to_owned(),
        0 => String::new(),
        _ => format!("，没有报的{}", named(&one.units)),
    };
    format!("{}（{left}）　{}{units}", one.day, one.what)
}

fn outstanding(one: &Outstanding) -> String {
    format!("{}　应于{}　{}", one.what, one.due, named(&one.units))
}

/// The units with their number; of many, the first ones.
fn named(units: &[String]) -> String {
    let shown = units.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、");
    let more = if units.len() > NAMED { "等" } else { "" };
    format!("{}个：{shown}{more}", units.len())
}
