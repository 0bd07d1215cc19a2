//! Columns that show parts of figures, as far as some figure has a number for them.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::report::listings::columns::Columns;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::table::Cell;
use crate::words::number::DASH;

/// A figure with its indicator.
pub(crate) type ViewedFigure<'a> = (IndicatorView<'a>, &'a Figure);

/// A column for a part: its head and its weight.
pub(crate) type PartColumn = (FigurePart, &'static str, u8);

impl<'a, 'b> Columns<'a, ViewedFigure<'b>> {
    /// Adds a column of numbers for each part.
    pub(crate) fn parts(self, parts: &[PartColumn]) -> Columns<'a, ViewedFigure<'b>> {
        parts.iter().fold(self, |columns, &(part, head, weight)| {
            let cell = move |(view, figure): ViewedFigure| part_cell(&view, figure, part);
            columns.numbers(head, weight, cell).telling(telling(part))
        })
    }
}

/// How much a part tells where there is room for few: what is owed, then how far it is, before the
/// value.
pub(crate) fn telling(part: FigurePart) -> u8 {
    match part {
        FigurePart::Shortfall | FigurePart::StageAhead => 90,
        FigurePart::Completion | FigurePart::Gap => 70,
        FigurePart::Lead => 60,
        FigurePart::Value => 50,
        _ => 10,
    }
}

/// The columns for which some figure has a number, so that none stands empty.
pub(crate) fn with_numbers(
    columns: &[PartColumn],
    figures: &[ViewedFigure],
) -> Vec<PartColumn> {
    let has_number = |part: FigurePart| {
        figures.iter().any(|(view, figure)| view.outcome(figure, part).is_ok())
    };
    columns.iter().copied().filter(|(part, ..)| has_number(*part)).collect()
}

/// The same for figures of one indicator: the difference to the target is for rates, which have
/// no completion.
pub(crate) fn of_indicator(
    columns: &[PartColumn],
    figures: &[ViewedFigure],
) -> Vec<PartColumn> {
    let is_rate = figures.iter().any(|(view, _)| view.is_rate());
    let mut columns = with_numbers(columns, figures);
    columns.retain(|(part, ..)| *part != FigurePart::Gap || is_rate);
    columns
}

/// The parts that some columns show.
pub(crate) fn parts_of(columns: &[PartColumn]) -> Vec<FigurePart> {
    columns.iter().map(|(part, ..)| *part).collect()
}

/// A cell with a part of a figure.
pub(crate) fn part_cell(view: &IndicatorView, figure: &Figure, part: FigurePart) -> Cell {
    Cell::number(view.number(figure, part, false))
}

/// A cell with a part of a scope's figure; a dash where it has none.
pub(crate) fn scope_cell(view: &IndicatorView, scope: &Scope, part: FigurePart) -> Cell {
    view.figure(scope)
        .map_or_else(|| Cell::text(DASH), |figure| part_cell(view, figure, part))
}
