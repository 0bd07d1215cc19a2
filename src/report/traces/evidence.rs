//! From a record to the figures that it enters: the way of a trace, backwards.

use rust_decimal::Decimal;

use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::model::book::scope::Scope;
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::trace::EvidenceView;
use crate::words::number::{exact, share};

/// What becomes of every fact of the record with an id.
pub fn evidence(sheet: &Sheet, record: &str) -> Vec<EvidenceView> {
    let mut evidence = Vec::new();
    for view in sheet.views() {
        let of_record =
            view.judged().filter(|(fact, _)| id(sheet, fact.record) == record);
        evidence.extend(
            of_record.filter_map(|(fact, judgement)| entry(&view, fact, judgement)),
        );
    }
    evidence
}

/// The id of a record; a total is called by its file and its place in it.
fn id(sheet: &Sheet, record: RecordAt) -> String {
    let book = sheet.book();
    match record {
        RecordAt::Project(at) => book.projects[at].record.id.to_string(),
        RecordAt::Activity(at) => book.activities[at].record.id.to_string(),
        RecordAt::Total(file, at) => format!("{}#{}", book.reported[file].path, at + 1),
        RecordAt::Duty(plan, at) => {
            format!("{}#{}", book.plans[plan].path, book.plans[plan].record.duties[at].id)
        }
    }
}

fn entry(
    view: &IndicatorView,
    fact: &Fact,
    judgement: &Judgement,
) -> Option<EvidenceView> {
    let (link, place) = source(view.sheet, fact);
    let (figures, reason) = match judgement {
        Judgement::Counts(amount) => (figures(view, fact, *amount), String::new()),
        Judgement::LeftOut(reason) => (Vec::new(), view.reason(fact, reason)),
        Judgement::Outside => return None,
    };
    Some(EvidenceView {
        indicator: view.indicator().name.clone(),
        record: link.text,
        place,
        when: fact.when_text(),
        amount: fact.recorded.to_string(),
        reason,
        figures,
    })
}

fn figures(view: &IndicatorView, fact: &Fact, amount: Decimal) -> Vec<(String, String)> {
    let unit = view.indicator().unit;
    let figure = |(scope, part): &(Scope, Decimal)| {
        let counted = unit.of_base(amount * *part).unwrap_or(amount);
        let note = if *part == Decimal::ONE {
            String::new()
        } else {
            format!("，占{}", share(*part))
        };
        (
            format!("{}/{scope}", view.indicator().id),
            format!("{}{}{note}", exact(counted), unit.word),
        )
    };
    fact.credits_at(&view.at.moment).iter().map(figure).collect()
}
