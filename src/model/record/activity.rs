//! Activities: what was done on a day, by whom, with whom.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::dictionary::{Correctable, choices, record};
use crate::model::record::project::Channel;
use crate::model::record::version::{Between, Validity, Version, spans};
use crate::model::value::period::Period;
use crate::model::value::reference::{ChainRef, LeaderRef, ProjectRef, TaskRef, UnitRef};
use crate::model::value::word::{Count, Flag, Id};

choices! {
    /// Kinds of activities.
    ActivityKind = "活动类别" "activity-kind" {
        Trip = "外出招商" "trip",
        Visit = "走访" "visit",
        Training = "培训" "training",
        Signing = "集中签约" "signing",
        Start = "集中开工" "start",
        Promotion = "推介" "promotion",
        Talks = "洽谈" "talks",
        Meeting = "会议" "meeting",
        Submission = "报送" "submission",
        Lead = "线索" "lead",
        KeyEnterprise = "重点企业" "key-enterprise",
        Problem = "问题" "problem",
        Task = "任务" "task",
        Inspection = "督办" "inspection",
        Highlight = "经验做法" "highlight",
        Check = "核查" "check",
    }
}

choices! {
    /// How far something in a ledger has come.
    Progress = "状态" "progress" {
        Open = "未启动" "open",
        Running = "推进中" "running",
        Done = "已办结" "done",
        Stopped = "已终止" "stopped",
    }
}

choices! {
    /// What a check of an investor's credit found.
    Credit = "信用" "credit" {
        Sound = "正常" "sound",
        Defaulter = "失信被执行" "defaulter",
        Restricted = "限制高消费" "restricted",
    }
}

record! {
    /// `activities/<year>/<id>.yaml`: one activity.
    Activity = "活动" "activity" "一次活动：文件 activities/<年份>/<编号>.yaml" key(id) title(subject) order = 3 day(date) evidence(evidence) {
        id: Id = "编号" "编号，与文件名相同" "hd-2023-031" "" Internal,
        kind: ActivityKind = "类别" "类别" "外出招商" "W20" Internal,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Internal,
        date: NaiveDate = "日期" "日期" "2023-06-14" "W20" Internal changes,
        subject: String = "事项" "做了什么" "赴浙江考察食品加工企业" "K38" Internal,
        place: Option<String> = "地点" "地点" "浙江省杭州市" "K38" Internal,
        units: Vec<UnitRef> = "单位" "参加的责任单位" "[县经济信息委]" "K29" Internal changes,
        leaders: Vec<LeaderRef> = "领导" "带队领导的代称" "[县领导甲]" "W20" Leader changes,
        partner: Option<String> = "对象" "走访、洽谈的企业或商会" "某某食品有限公司" "W22" Internal changes,
        projects: Vec<ProjectRef> = "项目" "涉及的项目" "[ws-2023-017]" "W23" Internal changes,
        result: Option<String> = "成果" "成果" "达成投资意向" "K38" Internal,
        channel: Option<Channel> = "渠道" "线索由什么渠道得来" "以商招商" "G20" Internal changes,
        partner_class: Option<String> = "对象类别" "对象是哪一类" "商会" "G17" Internal changes,
        classes: Vec<String> = "企业类别" "对象为企业时的类别、所在名单" "[链主型]" "D31" Internal changes,
        credit: Option<Credit> = "信用" "核查投资方信用的结果；查出失信被执行、限制高消费的，移出跟踪名单，项目不得推进" "正常" "G31" Internal changes,
        count: Option<Count> = "件数" "一条记录报几件时写，如简报信息几条；不写为 1" "3" "D62" Internal changes,
        duty: Option<Id> = "报送任务" "报送的是方案里哪项报送任务" "weekly" "D28" Internal,
        period: Option<Period> = "期" "报送的是哪一期" "2023-W23" "D28" Internal,
        task: Option<TaskRef> = "任务" "是方案里哪项任务的进展" "invite-1" "G04" Internal changes,
        deliverable: Option<String> = "成果项" "进展是任务的哪项成果，照方案里的写法" "产业链全景图" "G12" Internal changes,
        chains: Vec<ChainRef> = "产业链" "成果项是哪几条产业链的；按单位交付的不写，写在“单位”里" "[食品饮料]" "G12" Internal changes,
        owner: Option<UnitRef> = "承办" "由哪个单位承办" "县经济信息委" "G48" Internal changes,
        due: Option<NaiveDate> = "时限" "应办结的日期" "2023-07-15" "G48" Internal changes,
        progress: Option<Progress> = "状态" "办到哪一步" "推进中" "A20" Internal changes,
        closed: Option<NaiveDate> = "办结" "办结的日期" "2023-07-10" "G43" Internal changes,
        updated: Option<NaiveDate> = "更新" "最近一次更新的日期" "2023-06-30" "A11" Internal changes,
        next: Option<String> = "下步" "下一步打算" "七月上旬回访" "A09" Internal,
        team: Vec<UnitRef> = "专班" "为重要线索联合组建的专班，由哪些单位组成" "[市招商和经济合作局, 旬阳市]" "A43" Internal,
        valid: Option<Flag> = "有效" "线索经核实是否有效；没有核实的不写" "是" "F13" Internal changes,
        handed: Option<UnitRef> = "转交" "转给哪个单位" "县农业农村委" "G57" Internal changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-24" "K35" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[活动照片]" "G50" Internal changes,
    }
    corrected by ActivityCorrection "activity-correction" "对一次活动的更正，或后来补记的" "[{报送: 2023-07-09, 有效: 是, 原因: 经核实有效}]"
}

/// Returns the versions of an activity, in order of knowledge; none if it was never corrected, so
/// that the record stands.
pub(in crate::model) fn versions(activity: &Activity) -> Vec<Version<Activity>> {
    let news: BTreeSet<NaiveDate> = activity.correction_days().collect();
    if news.is_empty() {
        return Vec::new();
    }
    let version = |known: Between| Version {
        record: Arc::new(activity.known_on(known.from.unwrap_or(NaiveDate::MIN))),
        validity: Validity { known, ..Validity::default() },
    };
    spans(&news).into_iter().map(version).collect()
}
