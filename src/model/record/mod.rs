//! Records of what happened and of who takes part: projects, activities, totals, marks, registry.

pub mod relation;
pub mod activity;
pub mod leader;
pub mod marks;
pub mod project;
pub mod registry;
pub mod reported;
pub mod unit;
pub mod version;
