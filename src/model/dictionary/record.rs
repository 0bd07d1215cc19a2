//! The macro that declares a kind of record: struct, table of fields, reader and routes at once.

/// Declares a kind of record.
///
/// A field is `name: Type = "键" "含义" "例" "出处" Level`; an `Option` or a `Vec` may be left out.
/// After the meaning of the record come further properties of its kind, such as `key(id)
/// title(name)`; each is a method of [`Kind`](crate::model::dictionary::Kind).
///
/// A field whose content can change is marked by `changes` after its level. The record by which it
/// does follows the fields: `changed by Name = "名称" "id" "含义" { fields of its own }`, or for an
/// entry that can only be corrected or withdrawn, `corrected by Name "id" "含义" "例"`.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $meaning:literal
    $($attribute:ident $(($($argument:ident),+))? $(= $text:literal)?)* { $($fields:tt)+ }
    changed by $change:ident = $change_label:literal $change_id:literal $change_meaning:literal
    $($identity:ident ($($identifying:ident),+))? { $($own:tt)* }) => {
        $crate::model::dictionary::record! {
            $(#[$doc])* $name = $label $id $meaning
            $($attribute $(($($argument),+))? $(= $text)?)* { $($fields)+ }
        }
        $crate::model::dictionary::change! {
            $name $change = $change_label $change_id $change_meaning
            $($identity ($($identifying),+))? { $($own)* } { $($fields)+ }
        }
    };
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $meaning:literal
    $($attribute:ident $(($($argument:ident),+))? $(= $text:literal)?)* { $($fields:tt)+ }
    corrected by $change:ident $change_id:literal $change_meaning:literal $change_example:literal) => {
        $crate::model::dictionary::record! {
            $(#[$doc])* $name = $label $id $meaning
            $($attribute $(($($argument),+))? $(= $text)?)* {
                $($fields)+
                corrections: Vec<$change> = "更正" "报错了的，写更正成什么" $change_example "" Public,
                withdrawn: Option<$crate::model::value::word::Flag> = "作废" "整条作废；报来以后才知道的，写在“更正”里" "是" "" Public changes,
            }
            changed by $change = "更正" $change_id $change_meaning identity(submitted) {
                submitted: chrono::NaiveDate = "报送" "更正报来的日期，从这天起知道" "2023-10-09" "" Internal,
                reason: String = "原因" "为什么更正" "合同附件核减" "" Internal,
            }
        }

        impl $crate::model::dictionary::Correctable for $name {
            type Correction = $change;

            fn corrections(&self) -> &[$change] {
                &self.corrections
            }

            fn known_from(correction: &$change) -> chrono::NaiveDate {
                correction.submitted
            }

            fn reason(correction: &$change) -> &str {
                &correction.reason
            }

            fn correct(&mut self, correction: &$change) {
                self.take_over(correction);
            }

            fn is_withdrawn(&self) -> bool {
                self.withdrawn.is_some_and(|flag| flag.0)
            }
        }
    };
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $meaning:literal
    $($attribute:ident $(($($argument:ident),+))? $(= $text:literal)?)* {
        $($field:ident : $type:ty = $key:literal $field_meaning:literal $example:literal $source:literal $level:ident $($mark:ident)?),+ $(,)?
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
