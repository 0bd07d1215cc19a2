//! What became of a unit up to the end of a period: its names, its groups, from when to when it is in
//! use, whom it went on in and who went on in it.

use chrono::{Datelike, NaiveDate};

use crate::model::record::registry::{Life, Unit};
use crate::model::value::date::Month;
use crate::sheet::Sheet;
use crate::words::date::{day, month, since};

/// The turns in the life of a unit in words, as was known by the last cut-off of a sheet.
pub fn turns(sheet: &Sheet, id: &str) -> Vec<String> {
    let (book, register) = (sheet.book(), sheet.register());
    let (end, known) = (sheet.figures.period.end(), sheet.last_day());
    let units = &book.registry.record.units;
    let Some(unit) = units.iter().find(|unit| unit.id.as_str() == id) else {
        return Vec::new();
    };
    let course: Vec<(Option<NaiveDate>, Unit)> = (unit.course(known).into_iter())
        .filter(|(from, _)| from.is_none_or(|from| from <= end))
        .collect();
    let mut turns = Vec::new();
    for pair in course.windows(2) {
        let [(_, before), (Some(from), then)] = pair else { continue };
        if before.name != then.name {
            turns.push(format!("{}称{}", before_day(*from), before.name));
        }
        let groups = (book.group(&before.group), book.group(&then.group));
        if let (Some(old), Some(new)) = groups
            && old.id != new.id
        {
            let from = since(*from);
            turns.push(format!("自{from}起列入{}，此前在{}", new.name, old.name));
        }
    }
    let now = register.unit_called(id);
    let opened = now.and_then(|unit| unit.opened).filter(|opened| *opened <= end);
    turns.extend(opened.map(|opened| format!("自{}起用", since(opened))));
    match now.map(|unit| register.life(unit)) {
        Some(Life::Merged(merger)) => {
            let heir = register.unit(&merger.unit);
            let name = heir.map_or(merger.unit.as_str(), |heir| &heir.name);
            turns.push(format!("自{}起并入{name}", since(merger.since)));
        }
        Some(Life::Closed(last)) => turns.push(format!("已于{}止用", day(last))),
        _ => {}
    }
    turns.extend(joined(sheet, id, NaiveDate::MIN));
    turns
}

/// The units that went on in one after a day, in words.
pub fn joined(sheet: &Sheet, id: &str, after: NaiveDate) -> Vec<String> {
    let register = sheet.register();
    let units = register.units().iter().filter_map(|other| {
        let Life::Merged(merger) = register.life(other) else { return None };
        let is_heir = register.answering(other).id.as_str() == id;
        (is_heir && merger.since > after)
            .then(|| format!("自{}起{}并入本单位", since(merger.since), other.name))
    });
    units.collect()
}

/// The time before a day: `2023年9月及以前`, or the day itself where no month begins with it.
fn before_day(from: NaiveDate) -> String {
    if from.day() == 1 {
        format!("{}及以前", month(Month::of(from).plus(-1)))
    } else {
        format!("{}以前", day(from))
    }
}
