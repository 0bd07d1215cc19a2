//! A leader, by role, and the terms in which the leader answers.

use chrono::NaiveDate;

use crate::model::dictionary::record;
use crate::model::value::date::Days;
use crate::model::value::reference::{ChainRef, SectorRef, UnitRef};
use crate::model::value::word::Id;

record! {
    /// A leader, by role.
    Leader = "领导" "leader" "一位领导的代称，各处用同一个" identity(id, unit, name) {
        id: Id = "编号" "编号" "leader-1" "" Internal,
        name: String = "名称" "职务代称，不写姓名" "县领导甲" "W19" Internal,
        sectors: Vec<SectorRef> = "领域" "牵头的领域" "[生态旅游]" "W19" Internal,
        chains: Vec<ChainRef> = "产业链" "任链长的产业链" "[新型材料]" "A25" Internal,
        unit: Option<UnitRef> = "单位" "所在的单位" "苍溪县" "G50" Internal,
        role: Option<String> = "职务类别" "职务类别，目标写“各<职务类别>”时用" "党政主要领导" "G50" Internal,
        terms: Vec<Term> = "任期" "在任的起止，分几段的写几段；不写则一直在任" "[{自: 2023-10-01}]" "" Internal changes,
        changes: Vec<LeaderChange> = "变更" "发布以后才知道的离任、到任" "[{报送: 2023-11-06, 任期: [{至: 2023-09-15}], 原因: 调离}]" "" Internal,
    }
    changed by LeaderChange = "变更" "leader-change" "一位领导的任期，后来才知道的" identity(submitted) {
        submitted: NaiveDate = "报送" "报来的日期，从这天起知道" "2023-11-06" "" Internal,
        reason: String = "原因" "为什么变更" "调离" "" Internal,
    }
}

record! {
    /// A span of days in which a leader is in office.
    Term = "任期" "term" "一段任期" identity(since) fact {
        since: Option<NaiveDate> = "自" "到任的日期；不写则早已在任" "2023-10-01" "" Internal,
        until: Option<NaiveDate> = "至" "在任的最后一天；不写则仍在任" "2023-09-15" "" Internal,
    }
}

impl Leader {
    /// Returns whether the leader was in office on one of some days, as was known on a day.
    pub fn serves(&self, days: Days, known: NaiveDate) -> bool {
        let terms = self.terms_by(known);
        terms.is_empty() || terms.iter().any(|term| term.meets(days))
    }

    /// Returns the terms as they were known on a day; none of a leader who is always in office.
    pub fn terms_by(&self, known: NaiveDate) -> &[Term] {
        let mut heard: Vec<&LeaderChange> =
            self.changes.iter().filter(|change| change.submitted <= known).collect();
        heard.sort_by_key(|change| change.submitted);
        let newest = heard.iter().rev().find_map(|change| change.terms.0.as_ref());
        newest.unwrap_or(&self.terms)
    }
}

impl Term {
    fn meets(&self, days: Days) -> bool {
        self.since.is_none_or(|since| since <= days.end)
            && self.until.is_none_or(|until| days.start <= until)
    }
}
