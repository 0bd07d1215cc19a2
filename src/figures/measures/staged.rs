//! 环节合同额、环节备案额: what the projects that reached a stage are worth, on the day they reached it (D41, D42).

use rust_decimal::Decimal;

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, fact, filtered};
use crate::figures::measures::{Measure, Source};
use crate::figures::stages::reached;
use crate::model::indicator::MeasureKind;
use crate::model::project::{ContractKind, Project, Renewal};
use crate::model::quantity::Quantity;
use crate::model::stage::Stage;

pub(super) const CONTRACT: Measure = Measure {
    kind: MeasureKind::StageContract,
    manual: "到达该环节的项目的正式合同金额之和，以到达的日期计入",
    facts: |source| facts(source, signed),
};

pub(super) const FILING: Measure = Measure {
    kind: MeasureKind::StageFiling,
    manual: "到达该环节的项目的备案总投资之和，以到达的日期计入",
    facts: |source| facts(source, filed),
};

fn facts(source: &Source, worth: fn(&Project) -> Option<Quantity>) -> Vec<Fact> {
    let stage = source.indicator.filter.as_ref().and_then(|filter| filter.stage);
    let stage = stage.unwrap_or(Stage::Signed);
    let one = |(at, project): (usize, &Project)| {
        let (recorded, reached) =
            (worth(project)?, reached(source.plan, project, stage)?);
        let event = Event::reached(reached, stage, recorded);
        let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
        Some(Fact { stopped, ..fact(source, (at, project), event, false) })
    };
    filtered(source).filter_map(one).collect()
}

/// The sum of the formal contracts, without what was signed anew.
fn signed(project: &Project) -> Option<Quantity> {
    let formal = project.contracts.iter().filter(|one| one.kind == ContractKind::Formal);
    let mut total: Option<Quantity> = None;
    for contract in formal {
        let own = contract.amount.0;
        let before = total.filter(|_| contract.renewal == Some(Renewal::Added));
        let before = before.map_or(Decimal::ZERO, |total| total.amount);
        total = Some(Quantity { amount: before + own.amount, ..own });
    }
    total
}

fn filed(project: &Project) -> Option<Quantity> {
    project.filing.as_ref()?.amount.map(|money| money.0)
}
