//! The headline: the changes that a reviewer must see first, by consequence.

use crate::model::dictionary::{Record, field};
use crate::model::edition::EditionCard;
use crate::model::record::registry::Registry;
use crate::view::changes::consequence::{CONSEQUENCES, Consequence};
use crate::view::changes::edition::NewEdition;
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::{
    Change, FieldChange, Headline, MovedFigure, PeriodChanges, RecordChange,
};

/// Returns the headline; lines on the first period do not name it.
pub(crate) fn headline(
    records: &[RecordChange],
    gone: Vec<String>,
    editions: &[NewEdition],
    periods: &[PeriodChanges],
) -> Vec<Headline> {
    let lines = |consequence: Consequence| match consequence {
        Consequence::Lost => {
            let own = records.iter().filter(|record| record.excuse.is_none());
            own.flat_map(lost).chain(gone.iter().cloned()).collect()
        }
        Consequence::Excused => records.iter().flat_map(excused).collect(),
        Consequence::Rule => records.iter().flat_map(rules).collect(),
        Consequence::Edition => editions.iter().map(NewEdition::title).collect(),
        Consequence::Revised => periods.iter().flat_map(disclosed).collect(),
        Consequence::Value | Consequence::Archive | Consequence::Book => Vec::new(),
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

/// Returns the losses of a record that are none, each with the reason.
fn excused(record: &RecordChange) -> Vec<String> {
    let Some(excuse) = &record.excuse else { return Vec::new() };
    lost(record).into_iter().map(|line| format!("{line}，{excuse}")).collect()
}

/// Returns the rules that changed in a record, in words; that something is called otherwise is none.
fn rules(record: &RecordChange) -> Vec<String> {
    let is_edition = record.kind.id == EditionCard::KIND.id;
    match record.change {
        _ if !record.kind.is_rule || record.kind.id == Registry::KIND.id => Vec::new(),
        Change::Changed => {
            // Of an edition nothing but its cut-offs says what counts.
            let cutoffs = field!(EditionCard.cutoffs).key.as_str();
            let rules = record.fields.iter();
            let rules = rules.filter(|one| !is_edition || one.label.starts_with(cutoffs));
            let texts = rules.map(FieldChange::text);
            texts.map(|text| format!("{} {text}", record.name())).collect()
        }
        _ if is_edition => Vec::new(),
        other => vec![format!("{}{}", other.label(), record.name())],
    }
}

/// Returns what is disclosed of a period, in words.
fn disclosed(period: &PeriodChanges) -> Vec<String> {
    period.disclosed.iter().map(|line| format!("{}：{line}", period.name)).collect()
}

fn moved(consequence: Consequence, periods: &[PeriodChanges]) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, period) in periods.iter().enumerate() {
        let way = if at == 0 { String::new() } else { format!("{}：", period.name) };
        let mut concerned: Vec<&MovedFigure> = (period.moves.iter())
            .filter(|movement| movement.consequences.contains(&consequence))
            .collect();
        if matches!(consequence, Consequence::Released | Consequence::Restored) {
            concerned.sort_by_key(|movement| movement.reach);
        }
        let concerned = concerned.into_iter();
        lines.extend(
            concerned.map(|movement| format!("{way}{}", line(consequence, movement))),
        );
    }
    lines
}

/// Returns a movement with what has a consequence in it, in one line.
pub(crate) fn line(consequence: Consequence, movement: &MovedFigure) -> String {
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
