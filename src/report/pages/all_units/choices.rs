//! The choices between units: by how they stand in the first indicator, and by their groups.

use crate::figures::figure::lamp_set;
use crate::model::record::registry::Unit;
use crate::report::pages::all_units::columns::{Compared, figure, is_on_time};
use crate::sheet::part::lamp_mark;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Choice, Filter};

/// The filters of the table, whose rows are units or, where there is none, heads of groups.
pub(super) fn choices(
    sheet: &Sheet,
    compared: &Compared,
    rows: &[Option<&Unit>],
) -> Vec<Filter> {
    let standing = compared.views.first().map(|view| standing(view, rows));
    standing.into_iter().chain([groups(sheet, rows)]).collect()
}

/// By how far units are: on time or not, then by lamps.
fn standing(view: &IndicatorView, rows: &[Option<&Unit>]) -> Filter {
    let by = |text: String, holds: &dyn Fn(&Unit) -> bool| {
        let count = rows.iter().flatten().filter(|unit| holds(unit)).count();
        let stays = |unit: &Option<&Unit>| unit.is_none_or(holds);
        let rows = (0..rows.len()).filter(|at| stays(&rows[*at])).collect();
        (count > 0).then(|| Choice { text: format!("{text}（{count}）"), rows })
    };
    let mut choices = vec![
        by("未达到".to_owned(), &|unit| is_on_time(view, unit) == Some(false)),
        by("达到".to_owned(), &|unit| is_on_time(view, unit) == Some(true)),
    ];
    let lamps = lamp_set(view.series).map(|set| set.lamps.as_slice()).unwrap_or_default();
    choices.extend(lamps.iter().map(|lamp| {
        by(lamp_mark(Some(lamp)).word, &|unit| {
            let figure = figure(view, unit);
            let own = figure.and_then(|figure| figure.lamp.as_ref());
            own.is_some_and(|own| own.id == lamp.id)
        })
    }));
    Filter {
        name: format!("按{}", view.indicator().name),
        choices: choices.into_iter().flatten().collect(),
    }
}

/// By groups, each with its head.
fn groups(sheet: &Sheet, rows: &[Option<&Unit>]) -> Filter {
    let register = sheet.register();
    let heads: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].is_none()).collect();
    let ends = heads.iter().skip(1).copied().chain([rows.len()]);
    let choices = heads.iter().zip(ends).filter_map(|(head, end)| {
        let first = rows.get(head + 1).copied().flatten()?;
        let name =
            register.group_of(first).map_or("不分组", |group| group.name.as_str());
        Some(Choice { text: name.to_owned(), rows: (*head..end).collect() })
    });
    Filter { name: "分组".to_owned(), choices: choices.collect() }
}
