//! A curve: the share of a target that is due by each date.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
use crate::model::value::share::DueShare;
use crate::model::value::word::Id;

choices! {
    /// How the share grows between two points of a curve.
    Between = "点间" "between" {
        Linear = "直线" "linear",
        Step = "台阶" "step",
    }
}

record! {
    /// A curve with its points.
    Curve = "序时曲线" "curve" "到何时应完成目标的多少" identity(id, name) {
        id: Id = "编号" "编号" "quarters" "" Public,
        name: String = "名称" "名称" "季度资金进度" "W29" Public,
        between: Between = "点间" "两点之间按直线还是台阶" "直线" "W32" Public,
        clause: Clause = "依据" "依据的条款" "三（三）3" "W29" Public,
        points: Vec<CurvePoint> = "节点" "各节点" "[{期: 2023-Q1, 应达: 10%}]" "W29" Public,
    }
}

record! {
    /// A point of a curve.
    CurvePoint = "节点" "curve-point" "到一期末应完成的比例" identity(period) {
        period: Period = "期" "到这一期末" "2023-Q1" "W29" Public,
        due: DueShare = "应达" "应完成目标的比例；要求超额完成的可以超过 100%" "10%" "W29" Public,
    }
}

impl Curve {
    /// Returns the points in order of time, whatever order they are written in.
    pub fn course(&self) -> Vec<&CurvePoint> {
        let mut points: Vec<&CurvePoint> = self.points.iter().collect();
        points.sort_by_key(|point| point.period.end());
        points
    }

    /// Returns the points as days and shares, in order of time.
    pub fn days(&self) -> Vec<(NaiveDate, DueShare)> {
        let points = self.course().into_iter();
        points.map(|point| (point.period.end(), point.due)).collect()
    }
}
