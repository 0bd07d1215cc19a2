//! The dated entries of a project: contracts, stages, permits, money, promises.

use chrono::NaiveDate;

use crate::model::dictionary::record;
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::project::words::{
    ContractKind, MoveCause, MoveWithin, Renewal, SupportKind, Verdict,
};
use crate::model::value::amount::Money;
use crate::model::value::date::Month;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{EventRef, UnitRef};
use crate::model::value::share::Share;
use crate::model::value::word::Count;

record! {
    /// A contract or agreement.
    Contract = "合同" "contract" "一份合同或协议" identity(kind, signed) day(signed) evidence(evidence) fact {
        kind: ContractKind = "类型" "只有正式合同计入合同额" "正式合同" "K12" Public changes,
        signed: NaiveDate = "签订" "签订日期" "2023-03-18" "K07" Public changes,
        amount: Money = "金额" "合同约定的投资金额" "3.2亿元" "K07" Public changes,
        renewal: Option<Renewal> = "续签" "重签：金额取代先前的合同，只计差额；增资：只计新增" "重签" "G29" Public changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-03-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-03-22" "K11" Internal changes,
        event: Option<EventRef> = "签约活动" "在哪次活动上签约；写了可防同一项目在几次活动上重复计" "西博会" "G53" Public changes,
        evidence: Vec<String> = "凭证" "佐证资料" "[合同文本]" "K34" Internal changes,
    }
    corrected by ContractCorrection "contract-correction" "对一份合同的更正" "[{报送: 2023-10-09, 金额: 16.2亿元, 原因: 合同附件核减}]"
}

record! {
    /// A stage that was reached.
    StageEntry = "环节" "stage-entry" "项目到达的一个环节" day(date) evidence(evidence) fact {
        date: NaiveDate = "日期" "到达的日期" "2023-05-12" "K20" Public changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-05-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-05-22" "K19" Internal changes,
        evidence: Vec<String> = "凭证" "佐证资料" "[施工许可证]" "K20" Internal changes,
    }
    corrected by StageCorrection "stage-correction" "对一个环节的更正" "[{报送: 2023-10-09, 日期: 2023-06-12, 原因: 现场核查未动工}]"
}

record! {
    /// A permit that was granted or a procedure that was completed.
    Permit = "证照" "permit" "办成的一项证照或手续" identity(kind, date) day(date) fact {
        kind: PermitKind = "证照" "哪一种" "营业执照" "D39" Internal changes,
        date: NaiveDate = "日期" "取得的日期" "2023-04-01" "D13" Internal changes,
        number: Option<String> = "文号" "证号或文号" "巫山备2023第12号" "D13" Internal changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-04-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-04-22" "K19" Internal changes,
    }
    corrected by PermitCorrection "permit-correction" "对一项证照的更正" "[{报送: 2023-10-09, 日期: 2023-04-11, 原因: 日期录错}]"
}

record! {
    /// The filing of an investment project.
    Filing = "备案" "filing" "投资项目备案或核准" day(date) evidence(evidence) fact {
        date: NaiveDate = "日期" "备案日期" "2023-04-06" "D38" Internal changes,
        amount: Option<Money> = "金额" "备案的总投资" "3.0亿元" "D42" Internal changes,
        evidence: Vec<String> = "凭证" "佐证资料" "[备案证]" "D13" Internal changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-04-07" "" Internal,
    }
    corrected by FilingCorrection "filing-correction" "对备案的更正" "[{报送: 2023-10-09, 金额: 2.8亿元, 原因: 按备案证改}]"
}

record! {
    /// Why and when a project ended.
    Stopped = "终止" "stopped" "项目终止或作废" day(date) fact {
        date: NaiveDate = "日期" "终止日期" "2023-08-01" "G33" Public changes,
        reason: String = "原因" "原因" "投资方退出" "G33" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-08-03" "" Internal,
    }
    corrected by StoppedCorrection "stopped-correction" "对终止的更正" "[{报送: 2023-10-09, 作废: 是, 原因: 项目重启}]"
}

record! {
    /// That a project came from elsewhere, and by which paper that was found.
    Relocation = "搬迁" "relocation" "项目是从别处搬迁来的，由哪份文件认定" day(date) fact {
        date: NaiveDate = "日期" "搬迁的日期；结束在它以前的各期照常计" "2023-09-15" "" Public changes,
        within: MoveWithin = "范围" "从市域内还是市域外搬来；市域外的照常计，只列出" "市域内" "" Public changes,
        from: Option<String> = "迁出地" "从哪里搬来" "奉节县" "" Internal changes,
        cause: Option<MoveCause> = "事由" "为什么搬迁，不写为其他" "其他" "" Public changes,
        paper: String = "文件" "凭哪份文件认定" "市联席会议纪要〔2023〕8号" "" Public changes,
        submitted: NaiveDate = "报送" "报来的日期，从这天起知道" "2023-10-12" "" Public,
    }
    corrected by RelocationCorrection "relocation-correction" "对搬迁的更正" "[{报送: 2023-11-09, 作废: 是, 原因: 联席会议复核，不属搬迁}]"
}

record! {
    /// What is to be invested in a project in a year.
    YearPlan = "年度计划" "year-plan" "项目一年计划完成的投资" identity(year) fact {
        year: Count = "年" "哪一年" "2023" "" Internal,
        amount: Money = "投资" "这一年计划完成的投资" "1.2亿元" "" Internal changes,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-01-10" "" Internal,
    }
    corrected by YearPlanCorrection "year-plan-correction" "对一年计划的调整或更正" "[{报送: 2023-07-03, 投资: 1.5亿元, 原因: 年中调整}]"
}

record! {
    /// Money that arrived in a month, or a correction of it.
    FundsEntry = "到位资金" "funds-entry" "一个月到位的资金，或对它的更正" identity(month, corrected) day(month) evidence(evidence) fact {
        month: Month = "月份" "资金到位的月份" "2023-05" "K13" Internal,
        amount: Money = "金额" "到位金额；更正时写增减，减少写负数" "1200万元" "K13" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-05" "K36" Internal,
        corrected: Option<NaiveDate> = "更正" "更正先前一笔时写更正的日期" "2023-07-03" "" Internal,
        evidence: Vec<String> = "凭证" "银行凭证或统计核定" "[银行回单]" "K15" Internal,
        vouched: Option<NaiveDate> = "补证" "凭证后来才补齐的，写补齐的那天，报送不动；不写视为报送时就有" "2023-08-01" "K15" Internal,
        note: Option<String> = "说明" "更正的原因等" "银行回单重复录入" "" Internal,
    }
}

record! {
    /// The result of a project's appraisal.
    Appraisal = "论证" "appraisal" "对项目的一次评估论证" fact {
        date: NaiveDate = "日期" "论证的日期" "2023-03-02" "G30" Internal,
        verdict: Verdict = "结论" "论证的结论" "通过" "G30" Internal,
        by: Option<UnitRef> = "单位" "组织论证的单位" "市发展改革委" "G30" Internal,
    }
}

record! {
    /// The agreed day by which a project is to reach a stage.
    Agreed = "约定" "agreed" "合同约定的一个环节的日期" identity(stage) fact {
        stage: Stage = "环节" "环节" "开工" "D11" Internal,
        date: NaiveDate = "日期" "约定到达的日期" "2023-08-31" "D11" Internal,
    }
}

record! {
    /// A promise to a project, and when it was kept.
    Support = "保障事项" "support" "答应项目的一件事" identity(kind, what) day(done) evidence(evidence) fact {
        kind: SupportKind = "事项" "哪一种" "供地" "G41" Internal,
        what: String = "内容" "具体内容、政策名称" "外商直接投资到资奖励" "G28" Internal,
        quantity: Option<Quantity> = "数量" "面积或金额" "120亩" "G41" Internal,
        due: NaiveDate = "应办" "应办结的日期" "2023-06-30" "G28" Internal,
        done: Option<NaiveDate> = "办结" "办结的日期" "2023-06-12" "G28" Internal,
        submitted: Option<NaiveDate> = "报送" "办结的报送日期；不写视为及时" "2023-06-20" "K34" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[拨付凭证]" "G28" Internal,
    }
}

record! {
    /// A unit's share of a joint project.
    JointShare = "联合占比" "joint-share" "联合招商中一个单位所占的比例" identity(unit) fact {
        unit: UnitRef = "单位" "责任单位" "县农业农村委" "W35" Public,
        share: Share = "占比" "所占比例" "20%" "W35" Public,
    }
}

/// Returns the formal contracts that count together: a renewed contract replaces all before it, and
/// further ones are added (G29).
pub fn in_force<'a, 'b>(formal: &'b [&'a Contract]) -> &'b [&'a Contract] {
    let last_renewal =
        formal.iter().rposition(|contract| contract.renewal == Some(Renewal::Renewed));
    &formal[last_renewal.unwrap_or(0)..]
}
