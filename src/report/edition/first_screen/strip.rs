//! The strip: each unit's lamp, group by group.

use std::cmp::Reverse;

use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::lamp::Lamp;
use crate::report::paths;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::first_screen::{LampGroup, LampStrip, LampUnit};
use crate::view::inline::{Link, Mark};

/// The lamps of the first headline indicator that lights any; for those before whom everybody may be
/// named.
pub(super) fn strip(sheet: &Sheet) -> Option<LampStrip> {
    let has_lamps = |view: &IndicatorView| lit(view).count() > 1;
    let view =
        sheet.headline().find(has_lamps).filter(|_| sheet.sees(Level::Internal))?;
    let set = lamp_set(view.series)?;
    let count = |lamp: &Lamp| {
        let of =
            |figure: &&Figure| figure.lamp.as_ref().is_some_and(|one| one.id == lamp.id);
        let count = lit(&view).filter(of).count();
        if count > 0 { format!("{}{count}", lamp.name) } else { String::new() }
    };
    let counts: String = set.lamps.iter().map(count).collect();
    let title = format!(
        "{}亮灯（{}个单位：{counts}）",
        view.indicator().name,
        lit(&view).count()
    );
    Some(LampStrip { title, groups: groups(&view) })
}

/// The units with a lamp.
fn lit<'a>(view: &IndicatorView<'a>) -> impl Iterator<Item = &'a Figure> {
    view.units().filter(|figure| figure.lamp.is_some())
}

/// The units by their groups in the order of the book, those that are furthest ahead first.
fn groups(view: &IndicatorView) -> Vec<LampGroup> {
    let (book, register) = (view.sheet.book(), view.sheet.register());
    let group_of = |figure: &Figure| {
        let Scope::Unit(id) = &figure.scope else { return None };
        register.group_of(register.unit_called(id)?).map(|group| group.id.clone())
    };
    let mut groups: Vec<LampGroup> = Vec::new();
    let listed = book.registry.record.groups.iter();
    for group in listed.map(Some).chain([None]) {
        let of =
            |figure: &&Figure| group_of(figure) == group.map(|group| group.id.clone());
        let mut figures: Vec<&Figure> = lit(view).filter(of).collect();
        // A unit without a schedule has no lead, and its value is no distance.
        figures.sort_by_key(|figure| {
            (Reverse(figure.lead.known()), Reverse(figure.value.known()))
        });
        if !figures.is_empty() {
            let name = group.map(|group| group.name.clone()).unwrap_or_default();
            let units = figures.iter().filter_map(|figure| unit(view, figure)).collect();
            groups.push(LampGroup { name, units });
        }
    }
    groups
}

fn unit(view: &IndicatorView, figure: &Figure) -> Option<LampUnit> {
    let Scope::Unit(id) = &figure.scope else { return None };
    let mark = lamp_mark(figure.lamp.as_ref());
    let known = |part: FigurePart| view.outcome(figure, part).is_ok();
    let part = [FigurePart::Shortfall, FigurePart::Lead, FigurePart::Value];
    let part = part.into_iter().find(|part| known(*part))?;
    let distance = view.plain(figure, part, true);
    let text = format!("{}：{}，{distance}", view.name(&figure.scope), mark.word);
    Some(LampUnit {
        mark: Mark { word: String::new(), ..mark },
        link: Link::new(text, paths::unit(id)),
    })
}
