//! The macro that declares a kind of record: struct, table of fields, reader and routes at once.

/// Declares a kind of record.
///
/// A field is `name: Type = "键" "含义" "例" "出处" Level`; an `Option` or a `Vec` may be left out.
/// After the meaning of the record come further properties of its kind, such as `key(id)
/// title(name)`; each is a method of [`Kind`](crate::model::dictionary::Kind).
macro_rules! record {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $meaning:literal
    $($attribute:ident $(($($argument:ident),+))? $(= $text:literal)?)* {
        $($field:ident : $type:ty = $key:literal $field_meaning:literal $example:literal $source:literal $level:ident),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(#[doc = concat!("`", $key, "` ", $field_meaning)] pub $field: $type),+
        }

        const _: () = {
            use $crate::model::dictionary::kind::{Field, Key, Kind, Shape};
            use $crate::model::dictionary::level::Level;
            use $crate::model::dictionary::packing::{Packer, Unpacker};
            use $crate::model::dictionary::reading::Reading;
            use $crate::model::dictionary::route::{Fields, Route, Step};
            use $crate::model::dictionary::value::{Member, Record, Value, Visitor};
            use $crate::model::dictionary::written::Written;

            /// The positions of the fields in the table.
            #[allow(non_camel_case_types, reason = "called like the fields")]
            enum At { $($field),+ }

            impl Record for $name {
                const KIND: &'static Kind = &Kind::declared(
                    ($label, $id, $meaning),
                    &[$(Field {
                        key: Key::declared($key),
                        id: stringify!($field),
                        meaning: $field_meaning,
                        example: $example,
                        source: $source,
                        level: Level::$level,
                        required: <$type as Member>::REQUIRED,
                        shape: <$type as Member>::FORM,
                    }),+],
                )$(.$attribute($(&[$(At::$argument as usize),+])? $($text)?))*;

                fn build(written: &Written, reading: &mut Reading) -> Option<Self> {
                    let entries = reading.entries(written, Self::KIND)?;
                    $(let $field = <$type as Member>::take(
                        entries, written, Self::KIND, Fields::<$name>::$field, reading,
                    );)+
                    Some($name { $($field: $field?),+ })
                }
            }

            impl Value for $name {
                const FORM: Shape = Shape::Record(Self::KIND);

                fn read(written: &Written, reading: &mut Reading) -> Option<Self> {
                    Self::build(written, reading)
                }

                fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
                    $(route.push(Step::Field(Fields::<$name>::$field));
                    Member::visit(&self.$field, route, visitor);
                    route.pop();)+
                }

                fn redacted_for(&self, level: Level) -> Option<Self> {
                    Some($name {
                        $($field: if Level::$level <= level {
                            Member::shown(&self.$field, level)
                        } else {
                            <$type as Member>::hidden()
                        }?),+
                    })
                }

                fn blank() -> Option<Self> {
                    Some($name { $($field: <$type as Member>::hidden()?),+ })
                }

                fn pack(&self, packer: &mut Packer) {
                    $(Member::pack(&self.$field, packer);)+
                }

                fn unpack(unpacker: &mut Unpacker) -> Option<Self> {
                    Some($name { $($field: <$type as Member>::unpack(unpacker)?),+ })
                }
            }

            #[allow(non_upper_case_globals, reason = "called like the fields")]
            impl Fields<$name> {
                $(#[doc = concat!("`", $key, "`")]
                pub const $field: &'static Field =
                    &<$name as Record>::KIND.fields[At::$field as usize];)+
            }

            impl Route<$name> {
                $(#[doc = concat!("Goes into `", $key, "`.")]
                pub fn $field(self) -> Route<<$type as Member>::Inner> {
                    self.into_field(Fields::<$name>::$field)
                })+
            }
        };
    };
}
pub(crate) use record;
