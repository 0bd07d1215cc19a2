//! A responsible unit: what it is called, whom it is ranked with, from when to when it is in use.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::model::dictionary::record;
use crate::model::value::reference::{GroupRef, UnitRef};
use crate::model::value::word::Id;

record! {
    /// A responsible unit.
    Unit = "责任单位" "unit" "对结果负责的单位" identity(id, name) {
        id: Id = "编号" "编号，也是网页文件名" "jiaotong" "" Public,
        name: String = "名称" "全称；改过名的写最早的，后来的写在“变更”里" "县交通局" "G02" Public changes,
        short: Option<String> = "简称" "图上用的短名；改名时一并写新的，不写则用全称" "交通局" "" Public changes,
        aliases: Vec<String> = "别名" "其他叫法" "[交通局]" "G03" Public,
        reporter: Option<String> = "填报人" "填报统计表的岗位，不写姓名" "通川区经信局统计岗" "D36" Internal,
        class: Option<String> = "类别" "单位的类别" "招商责任单位" "W44" Public,
        group: GroupRef = "分组" "所在分组" "departments" "W44" Public changes,
        of: Vec<UnitRef> = "含" "下属单位" "[]" "F29" Public,
        opened: Option<NaiveDate> = "起用" "从哪天起有这个单位；不写则一直有" "2023-10-01" "" Public changes,
        closed: Option<NaiveDate> = "止用" "有这个单位的最后一天；并入别的单位的不写" "2023-09-30" "" Public changes,
        merged: Option<Merger> = "并入" "并入了哪个单位，从哪天起" "{单位: 县经济信息委, 自: 2023-10-01}" "" Public changes,
        changes: Vec<UnitChange> = "变更" "改名、换分组等，旧名仍然认得" "[{自: 2023-10-01, 报送: 2023-10-08, 名称: 县交通运输委, 原因: 机构改革}]" "" Public,
    }
    changed by UnitChange = "变更" "unit-change" "单位的一处变更，或对首次登记的更正" identity(since, submitted) {
        since: Option<NaiveDate> = "自" "从哪天起是这样；不写则一直如此，是更正登记" "2023-10-01" "" Public,
        submitted: NaiveDate = "报送" "报来的日期，从这天起知道" "2023-10-08" "" Public,
        reason: String = "原因" "为什么变更或更正" "机构改革" "" Public,
    }
}

record! {
    /// That a unit goes on in another.
    Merger = "并入" "merger" "一个单位并入另一个单位" fact {
        unit: UnitRef = "单位" "并入的单位" "县经济信息委" "" Public,
        since: NaiveDate = "自" "从哪天起；到这天或以后的各期，累计数算在并入的单位名下" "2023-10-01" "" Public,
    }
}

/// A day that does not come.
const NEVER: NaiveDate = NaiveDate::MAX;

/// What stage of its life a unit is in on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Life<'a> {
    /// It is not there yet.
    NotYet,
    /// It is in use.
    InUse,
    /// It is out of use, since the day after this one.
    Closed(NaiveDate),
    /// It goes on in another.
    Merged(&'a Merger),
}

impl Life<'_> {
    /// Returns the last day of use; `None` if a unit is in use or not there yet.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Life::NotYet | Life::InUse => None,
            Life::Closed(last) => Some(last),
            Life::Merged(merger) => merger.since.pred_opt(),
        }
    }
}

impl Unit {
    /// Returns the stage of its life on a day.
    pub fn life(&self, day: NaiveDate) -> Life<'_> {
        if let Some(merger) = self.merged.as_ref().filter(|merger| merger.since <= day) {
            return Life::Merged(merger);
        }
        match (self.opened, self.closed) {
            (Some(opened), _) if day < opened => Life::NotYet,
            (_, Some(closed)) if closed < day => Life::Closed(closed),
            _ => Life::InUse,
        }
    }

    /// Returns the unit as it was on a day, as was known on another; `None` is before all changes.
    pub(in crate::model) fn as_of(
        &self,
        day: Option<NaiveDate>,
        known: NaiveDate,
    ) -> Unit {
        let heard = self.changes.iter().filter(|change| change.submitted <= known);
        let mut changes: Vec<&UnitChange> =
            heard.filter(|change| change.since <= day).collect();
        // What puts the first entry right has no day, and so comes first.
        changes.sort_by_key(|change| (change.since, change.submitted));
        let mut then = self.clone();
        // What began by a change is not there before that is known.
        let begins = self.changes.iter().any(|change| change.opened.0.is_some());
        if begins && then.opened.is_none() {
            then.opened = Some(NEVER);
        }
        for change in changes {
            let before = then.name.clone();
            then.take_over(change);
            // A short name is one of its own name.
            if before != then.name && change.short.0.is_none() {
                then.short = None;
            }
            // By its old name it is still found.
            if before != then.name && !then.aliases.contains(&before) {
                then.aliases.push(before);
            }
        }
        then.aliases.retain(|alias| *alias != then.name);
        then
    }

    /// Returns the days on which it became something else, as was known on a day.
    pub(in crate::model) fn turns(&self, known: NaiveDate) -> BTreeSet<NaiveDate> {
        let heard = self.changes.iter().filter(|change| change.submitted <= known);
        let mut days: BTreeSet<NaiveDate> = heard.filter_map(|one| one.since).collect();
        let states: Vec<Unit> = std::iter::once(None)
            .chain(days.iter().copied().map(Some))
            .map(|day| self.as_of(day, known))
            .collect();
        for then in states {
            days.extend(then.opened.filter(|day| *day != NEVER));
            days.extend(then.closed.and_then(|day| day.checked_add_days(Days::new(1))));
            days.extend(then.merged.map(|merger| merger.since));
        }
        days
    }

    /// Returns what it was from each of the days on which it became something else, as was known on
    /// a day; the first is before all of them.
    pub fn course(&self, known: NaiveDate) -> Vec<(Option<NaiveDate>, Unit)> {
        let turns = self.turns(known).into_iter().map(Some);
        let days = std::iter::once(None).chain(turns);
        days.map(|day| (day, self.as_of(day, known))).collect()
    }

    /// Returns every name that it has had, the first one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let later = self.changes.iter().filter_map(|change| change.name.0.as_deref());
        std::iter::once(self.name.as_str()).chain(later)
    }
}
