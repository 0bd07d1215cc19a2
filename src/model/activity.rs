//! Activities: what was done on a day, by whom, with whom.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::reference::{LeaderRef, ProjectRef, UnitRef};
use crate::model::word::{Flag, Id};

choices! {
    /// Kinds of activities.
    ActivityKind = "活动类别" "activity-kind" {
        Trip = "外出招商" "trip",
        Visit = "走访" "visit",
        Training = "培训" "training",
        Signing = "集中签约" "signing",
        Start = "集中开工" "start",
        Promotion = "推介" "promotion",
    }
}

record! {
    /// `activities/<year>/<id>.yaml`: one activity.
    Activity = "活动" "activity" "一次活动：文件 activities/<年份>/<编号>.yaml" {
        id: Id = "编号" "编号，与文件名相同" "hd-2023-031" "" Internal,
        kind: ActivityKind = "类别" "类别" "外出招商" "W20" Internal,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Internal,
        date: NaiveDate = "日期" "日期" "2023-06-14" "W20" Internal,
        subject: String = "事项" "做了什么" "赴浙江考察食品加工企业" "K38" Internal,
        place: Option<String> = "地点" "地点" "浙江省杭州市" "K38" Internal,
        units: Vec<UnitRef> = "单位" "参加的责任单位" "[县经济信息委]" "K29" Internal,
        leaders: Vec<LeaderRef> = "领导" "带队领导的代称" "[县领导甲]" "W20" Leader,
        partner: Option<String> = "对象" "走访、洽谈的企业或商会" "某某食品有限公司" "W22" Internal,
        projects: Vec<ProjectRef> = "项目" "涉及的项目" "[ws-2023-017]" "W23" Internal,
        result: Option<String> = "成果" "成果" "达成投资意向" "K38" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-24" "K35" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[活动照片]" "G50" Internal,
    }
}
