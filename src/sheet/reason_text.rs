//! Reasons as text: why a number is missing, a fact is left out, or a unit has no score.

use chrono::Datelike;

use crate::figures::basis::Basis;
use crate::figures::entrance::{Entrance, Past, past};
use crate::figures::facts::fact::{Fact, LeftOut};
use crate::figures::facts::late::Late;
use crate::figures::facts::moment::Later;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::{Earlier, Missing};
use crate::figures::scores::score::Unscored;
use crate::model::plan::indicator::SourceKind;
use crate::model::plan::indicator::filter::{Condition, CountingCondition};
use crate::model::value::period::Period;
use crate::sheet::withdrawal::withdrawn;
use crate::sheet::{IndicatorView, Sheet};
use crate::words::date;
use crate::words::number::fixed;

impl Missing {
    /// The reason as the reader sees it.
    pub fn label(&self) -> String {
        let words = match self {
            Missing::NoTarget => "未下达",
            Missing::ZeroTarget => "目标为零，不计算",
            Missing::NotReported => "未上报",
            Missing::Since(earlier) => return since(earlier),
            Missing::PartSilent => "有单位未上报，不列数",
            Missing::NotAdded(base) => {
                return format!("各单位的{}不能相加，没有另报", base.label());
            }
            Missing::NoCurve(None) => "方案未规定序时进度",
            Missing::NoCurve(Some(reason)) => reason,
            Missing::NoPoint => "没有已到期的节点",
            Missing::NoPlace => "没有引用的位次",
            Missing::NoStage => "本阶段没有单列的目标",
            Missing::Unranked => "不参加排位",
            Missing::Disqualified(reason) => return format!("取消考评资格：{reason}"),
            Missing::Zero => "数为零，不参加排位",
            Missing::MergedInto(unit, since) => {
                return format!("已并入{unit}（自{}起）", date::since(*since));
            }
            Missing::Closed(day) => return format!("已于{}止用", date::day(*day)),
            Missing::SpanOver => "期间已结束",
            Missing::TooEarly => "不足三个月，不作预计",
            Missing::Hidden => "不公开",
            Missing::Withdrawn => "已撤回",
            Missing::Merged(None) => "并入合计公布",
            Missing::Merged(Some(scope)) => return format!("并入{scope}公布"),
            Missing::ZeroDenominator(name) => return format!("{name}为零，不计算"),
            Missing::NoInput(name) => return format!("没有{name}，不计算"),
            Missing::NoYearBefore => "没有上年同期数",
            Missing::ZeroBase => "上年同期为零或负，不计算增速",
            Missing::NoStatistic(name) => return format!("名录里没有{name}"),
            Missing::NoOutlook => "率和不按整月计的时段不作推算",
            Missing::OfRate => "率只与目标比高低，不计完成率",
            Missing::Overflow => "数太大，无法精确计算",
        };
        words.to_owned()
    }
}

/// What was known under its own date, and that nothing came after it.
fn since(earlier: &Earlier) -> String {
    let Earlier { day, year, value, places, unit, source } = earlier;
    let word = if *source == SourceKind::Quoted { "公布" } else { "上报" };
    let (day, value) = (date::until(*day, *year), fixed(*value, *places));
    format!("截至{day}{value}{unit}，此后未{word}")
}

impl Unscored {
    /// The reason as the reader sees it.
    pub fn label(&self) -> String {
        let words = match self {
            Unscored::Missing(missing) => return missing.label(),
            Unscored::NoFigure(indicator) => return format!("没有“{indicator}”的数"),
            Unscored::Undeclared(field) => return format!("方案没有写“{field}”"),
            Unscored::NoCurve => "没有这条序时曲线",
            Unscored::NothingAveraged => "没有可平均的数",
            Unscored::NothingCompared => "没有可比的数",
            Unscored::NoBand => "不在任何一档",
            Unscored::NoMark(None) => "没有评分",
            Unscored::NoMark(Some(judge)) => return format!("{judge}没有评分"),
            Unscored::NotImported => "没有导入评分",
            Unscored::ZeroTarget => "目标为零",
            Unscored::ZeroIndicator(name) => return format!("{name}为零"),
            Unscored::ZeroAverage => "平均值为零",
            Unscored::ZeroAverageDivisor => "平均值的分母为零",
            Unscored::NoRange => "最大与最小相同",
            Unscored::NothingScored => "没有可计分的项",
            Unscored::ZeroFullMarks => "满分为零",
            Unscored::Item(name, reason) => return format!("{name}：{}", reason.label()),
            Unscored::Disqualified(reason) => return format!("取消考评资格：{reason}"),
        };
        words.to_owned()
    }
}

impl Later {
    /// Returns what becomes of facts, in words.
    pub fn label(self) -> &'static str {
        match self {
            Later::NextEditions => "计入以后各期",
            Later::NextYear => "计入次年各期",
            Later::Settlement => "在年度结算时计入",
            Later::Never => "不再计入",
        }
    }
}

impl IndicatorView<'_> {
    /// Why a fact is left out, as the reader sees it.
    pub fn reason(&self, fact: &Fact, left_out: &LeftOut) -> String {
        let Sheet { basis, figures, .. } = self.sheet;
        self.at.reason(basis, &figures.period, (fact, left_out))
    }

    /// Why a fact of an earlier year counts nowhere that came after that was settled; `None` of any
    /// other.
    pub fn lost(&self, fact: &Fact) -> Option<String> {
        let past = self.past(fact).filter(|past| matches!(past, Past::Lost(_)))?;
        Some(past.label(fact.when.year()))
    }

    /// What became of a fact of an earlier year that came too late for its last edition.
    pub fn past(&self, fact: &Fact) -> Option<Past> {
        past(self.sheet.basis.book, self.series, fact, &self.at.moment)
    }
}

impl Past {
    /// What became of the fact of a year, in words.
    pub fn label(&self, year: i32) -> String {
        match self {
            Past::Lost(late) => {
                format!("{}，{year}年的数已经结清，不再计入", late.label(true))
            }
            Past::Settled(late) => {
                format!("{}，已在{year}年年度结算时计入", late.label(true))
            }
            Past::Awaits(late) => {
                format!("{}，在{year}年年度结算时计入", late.label(true))
            }
        }
    }
}

impl IndicatorFigures {
    /// Why a fact is left out of the figures of a period, as the reader sees it; of one that came too
    /// late also where it counts after all.
    pub fn reason(
        &self,
        basis: &Basis,
        period: &Period,
        (fact, left_out): (&Fact, &LeftOut),
    ) -> String {
        let late = match left_out {
            LeftOut::Late(late) => late,
            LeftOut::Withdrawn => return withdrawn(&basis.audience, fact),
            _ => return left_out.label(),
        };
        let is_told = self.moment.tells(Some(late.day));
        let entrance = if is_told {
            self.foreseen(basis, period, fact)
        } else {
            self.entrance(basis, period, fact)
        };
        format!("{}，{}", late.label(is_told), entrance.label(period))
    }
}

impl Entrance {
    /// Returns where a fact counts that was too late for a period, in words.
    pub fn label(&self, own: &Period) -> String {
        match self {
            Entrance::From(Period::Year(year)) if !matches!(own, Period::Year(_)) => {
                format!("在{year}年年度结算时计入")
            }
            Entrance::From(period) => format!("从{}一期起计入", date::period(period)),
            Entrance::ByRule(later) => later.label().to_owned(),
            Entrance::Once(condition) => format!("{}以后计入", met(*condition)),
            Entrance::Nowhere(None) => "时段已结束，不再计入".to_owned(),
            Entrance::Nowhere(Some(LeftOut::Late(late))) => {
                format!("也晚于最后的截止日{}，不再计入", date::day(late.cutoff))
            }
            Entrance::Nowhere(Some(reason)) => {
                format!("以后各期也不计入：{}", reason.label())
            }
        }
    }
}

impl Late {
    /// What came too late, where it is not the fact itself.
    pub fn what(&self) -> &'static str {
        self.lacking.as_ref().map_or("", |declared| asked(declared.condition))
    }

    /// What came too late and by when it should have been there, in words; `is_told` if it came before
    /// the edition was issued.
    fn label(&self, is_told: bool) -> String {
        let after = if is_told { "" } else { "（印发以后）" };
        let (day, cutoff) = (date::day(self.day), date::day(self.cutoff));
        match &self.lacking {
            None => format!("{day}{after}报送，晚于截止日{cutoff}"),
            Some(declared) if self.is_recognition() => {
                let unmet = unmet_by(declared);
                format!("{unmet}；{day}{after}认定，晚于截止日{cutoff}")
            }
            Some(declared) => {
                let (what, clause) = (self.what(), declared.clause.cited());
                format!("{what}{day}{after}报送，晚于截止日{cutoff}（依据{clause}）")
            }
        }
    }
}

impl LeftOut {
    /// The reason as the reader sees it.
    fn label(&self) -> String {
        match self {
            LeftOut::Condition(declared) => unmet_by(declared),
            LeftOut::Late(late) => late.label(true),
            LeftOut::Stopped(day) => format!("项目已于{}终止", date::day(*day)),
            LeftOut::Relocated(relocated) => {
                let clause = relocated.declared.clause.cited();
                format!("市域内搬迁（依据{clause}；{}）", relocated.paper)
            }
            LeftOut::Withdrawn => "已作废".to_owned(),
            LeftOut::Currency => "币种不同且没有规定折算率".to_owned(),
            LeftOut::Silent(until, _) => {
                format!("{}以后没有上报，不作本期数", date::until(*until, true))
            }
        }
    }
}

/// That a condition of the plan is not met, with its clause.
fn unmet_by(declared: &CountingCondition) -> String {
    format!("{}（依据{}）", unmet(declared.condition), declared.clause.cited())
}

/// What a condition asks for, as something that is reported or recognised.
fn asked(condition: Condition) -> &'static str {
    match condition {
        Condition::FormalContract => "正式合同",
        Condition::ContractRecognised => "合同",
        Condition::Started | Condition::StartRecognised => "开工",
        Condition::Voucher => "凭证",
        Condition::Untagged | Condition::NotRelocated => "项目",
    }
}

/// That a condition is met.
fn met(condition: Condition) -> &'static str {
    match condition {
        Condition::FormalContract => "签订正式合同",
        Condition::ContractRecognised => "合同认定",
        Condition::Started => "项目开工",
        Condition::StartRecognised => "开工认定",
        Condition::Voucher => "补齐凭证",
        Condition::Untagged => "不属于规定不计的一类",
        Condition::NotRelocated => "认定不属市域内搬迁",
    }
}

fn unmet(condition: Condition) -> &'static str {
    match condition {
        Condition::FormalContract => "不是正式合同",
        Condition::ContractRecognised => "合同未认定",
        Condition::Started => "项目未开工",
        Condition::StartRecognised => "开工未认定",
        Condition::Voucher => "没有凭证",
        Condition::Untagged => "属于规定不计的一类",
        Condition::NotRelocated => "市域内搬迁",
    }
}
