//! The score items of a book with their places, as the rules look at them.

use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::Route;
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::ScoreItem;

/// A score item with its place.
pub(super) struct PlacedItem<'a> {
    pub(super) file: FileId,
    pub(super) plan: &'a Plan,
    pub(super) item: &'a ScoreItem,
    /// Route of the item in the plan.
    pub(super) route: Route<ScoreItem>,
    pub(super) place: Place,
}

/// Returns every score item of a book.
pub(super) fn items(book: &Book) -> Vec<PlacedItem<'_>> {
    let mut items = Vec::new();
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            for (index, item) in assessment.items.iter().enumerate() {
                let route = Route::<Plan>::start().assessments().at(at).items().at(index);
                let place = Place::value(plan.file, route.clone().into_steps());
                let (file, plan) = (plan.file, &plan.record);
                items.push(PlacedItem { file, plan, item, route, place });
            }
        }
    }
    items
}
