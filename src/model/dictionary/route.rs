//! Routes into a record. The compiler checks each step against the table of the record.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::model::dictionary::kind::Field;

/// A step of a route into a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a field.
    Field(&'static Field),
    /// Into an item of a list, counted from 0.
    Index(usize),
    /// Into the value of a free key of a map.
    Name(String),
}

/// The fields of a kind of record, as constants with the names of the struct's fields.
#[derive(Debug)]
pub struct Fields<T>(PhantomData<T>);

/// A route that leads to a `T`, with one method for each field of `T` to go on.
#[derive(Debug)]
pub struct Route<T> {
    steps: Vec<Step>,
    end: PhantomData<T>,
}

impl<T> Route<T> {
    /// Returns the empty route, which leads to the record as a whole.
    pub fn start() -> Route<T> {
        Route { steps: Vec::new(), end: PhantomData }
    }

    /// Returns the steps of the route.
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    /// Goes into a field; the methods that the tables make call this.
    pub(in crate::model) fn into_field<U>(self, field: &'static Field) -> Route<U> {
        self.step(Step::Field(field))
    }

    fn step<U>(mut self, step: Step) -> Route<U> {
        self.steps.push(step);
        Route { steps: self.steps, end: PhantomData }
    }
}

impl<T> Clone for Route<T> {
    fn clone(&self) -> Route<T> {
        Route { steps: self.steps.clone(), end: PhantomData }
    }
}

impl<T> Route<Vec<T>> {
    /// Goes into an item of a list, counted from 0.
    pub fn at(self, index: usize) -> Route<T> {
        self.step(Step::Index(index))
    }
}

impl<T> Route<BTreeMap<String, Option<T>>> {
    /// Goes into the value of a key of a map.
    pub fn at(self, name: &str) -> Route<T> {
        self.step(Step::Name(name.to_owned()))
    }
}

/// The steps of a route: `route!(Project.contracts[index].signed)`, or starting from a typed route:
/// `route!(item => bands[index].condition)`.
macro_rules! route {
    (@ ($route:expr)) => { $route.into_steps() };
    (@ ($route:expr) . $field:ident $($rest:tt)*) => {
        $crate::model::dictionary::route!(@ ($route.$field()) $($rest)*)
    };
    (@ ($route:expr) [$index:expr] $($rest:tt)*) => {
        $crate::model::dictionary::route!(@ ($route.at($index)) $($rest)*)
    };
    ($start:expr => $($rest:tt)+) => {
        $crate::model::dictionary::route!(@ ($start.clone()) . $($rest)+)
    };
    ($record:ident . $($rest:tt)+) => {
        $crate::model::dictionary::route!(
            @ ($crate::model::dictionary::Route::<$record>::start()) . $($rest)+
        )
    };
}
pub(crate) use route;

/// The field of a record: `field!(Contract.signed)`.
macro_rules! field {
    ($record:ident . $field:ident) => {
        $crate::model::dictionary::Fields::<$record>::$field
    };
}
pub(crate) use field;
