//! The headline: what a reviewer must know first, by consequence.

use crate::view::changes::consequence::{CONSEQUENCES, Consequence};
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::{Change, Headline, MovedFigure, PeriodChanges, RecordChange};

/// What is gone or changed, by consequence; the first period is told without its name.
pub(super) fn headline(
    records: &[RecordChange],
    gone: Vec<String>,
    periods: &[PeriodChanges],
) -> Vec<Headline> {
    let lines = |consequence: Consequence| match consequence {
        Consequence::Lost => {
            records.iter().flat_map(lost).chain(gone.iter().cloned()).collect()
        }
        Consequence::Value => Vec::new(),
        other => moved(other, periods),
    };
    let all =
        CONSEQUENCES.iter().map(|one| Headline { consequence: *one, lines: lines(*one) });
    all.filter(|headline| !headline.lines.is_empty()).collect()
}

/// What a record has lost, in words.
fn lost(record: &RecordChange) -> Vec<String> {
    match record.change {
        Change::Gone => vec![format!("{}已删除", record.name())],
        Change::Unreadable => vec![format!("{}读不出来", record.name())],
        Change::New | Change::WasUnreadable => Vec::new(),
        Change::Changed => {
            let fields = record.fields.iter().filter(|field| field.lost);
            fields
                .map(|field| {
                    format!("{}删去{}（{}）", record.name(), field.label, field.before)
                })
                .collect()
        }
    }
}

fn moved(consequence: Consequence, periods: &[PeriodChanges]) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, period) in periods.iter().enumerate() {
        let way = if at == 0 { String::new() } else { format!("{}：", period.name) };
        let concerned =
            period.moves.iter().filter(|one| one.consequences.contains(&consequence));
        lines.extend(concerned.map(|one| format!("{way}{}", line(consequence, one))));
    }
    lines
}

fn line(consequence: Consequence, movement: &MovedFigure) -> String {
    let text = |moved: MovedPart| {
        let mut parts = movement.parts.iter();
        parts.find(|part| part.part == moved).map(PartChange::text)
    };
    match consequence {
        Consequence::Goal | Consequence::Verdict => {
            let turns =
                movement.turns.iter().filter(|one| one.consequence == consequence);
            let turns: Vec<&str> = turns.map(|turn| turn.text.as_str()).collect();
            let value = text(MovedPart::Value).map(|value| format!("（{value}）"));
            let value = value.unwrap_or_default();
            format!("{} {}{value}", movement.title(), turns.join("，"))
        }
        Consequence::Lamp | Consequence::Rank => {
            let is_lamp = consequence == Consequence::Lamp;
            let part = if is_lamp { MovedPart::Lamp } else { MovedPart::Rank };
            let moved = text(part).unwrap_or_default();
            let passed = match consequence {
                Consequence::Rank if !movement.passed.is_empty() => {
                    format!("（{}）", movement.passed.join("，"))
                }
                _ => String::new(),
            };
            format!("{} {moved}{passed}", movement.title())
        }
        _ => movement.text(),
    }
}
