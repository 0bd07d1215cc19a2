//! The headline: the changes that a reviewer must see first, by consequence.

use crate::view::changes::consequence::{CONSEQUENCES, Consequence};
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::{Change, Headline, MovedFigure, PeriodChanges, RecordChange};

/// Returns the headline; lines on the first period do not name it.
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
    let all = CONSEQUENCES.iter().map(|consequence| Headline {
        consequence: *consequence,
        lines: lines(*consequence),
    });
    all.filter(|headline| !headline.lines.is_empty()).collect()
}

/// Returns the losses of a record, in words.
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
        let concerned = period
            .moves
            .iter()
            .filter(|movement| movement.consequences.contains(&consequence));
        lines.extend(
            concerned.map(|movement| format!("{way}{}", line(consequence, movement))),
        );
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
            let turns: Vec<&str> = (movement.turns.iter())
                .filter(|turn| turn.consequence == consequence)
                .map(|turn| turn.text.as_str())
                .collect();
            let note = text(MovedPart::Value).map(|value| format!("（{value}）"));
            format!(
                "{} {}{}",
                movement.title(),
                turns.join("，"),
                note.unwrap_or_default()
            )
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
