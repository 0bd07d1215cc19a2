//! The macro that declares a kind of record: its struct, its table of fields and its reader at once.

/// Declares a kind of record.
///
/// A field is `name: Type = "键" "含义" "例" "出处" Level`; an `Option` or a `Vec` may be left out.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $meaning:literal {
        $($field:ident : $type:ty = $key:literal $field_meaning:literal $example:literal $source:literal $level:ident),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(#[doc = concat!("`", $key, "` ", $field_meaning)] pub $field: $type),+
        }

        impl $crate::model::dictionary::Record for $name {
            const KIND: &'static $crate::model::dictionary::Kind = &$crate::model::dictionary::Kind {
                name: $label,
                id: $id,
                meaning: $meaning,
                fields: &[$($crate::model::dictionary::Field {
                    key: $key,
                    id: stringify!($field),
                    meaning: $field_meaning,
                    example: $example,
                    source: $source,
                    level: $crate::model::dictionary::Level::$level,
                    required: <$type as $crate::model::dictionary::Member>::REQUIRED,
                    shape: <$type as $crate::model::dictionary::Member>::shape,
                }),+],
            };

            fn build(
                written: &$crate::model::dictionary::written::Written,
                reading: &mut $crate::model::dictionary::Reading,
            ) -> Option<Self> {
                let entries = reading.entries(written, Self::KIND)?;
                $(let $field = <$type as $crate::model::dictionary::Member>::take(
                    entries, written, Self::KIND, $key, reading,
                );)+
                Some($name { $($field: $field?),+ })
            }
        }

        impl $crate::model::dictionary::Value for $name {
            fn shape() -> $crate::model::dictionary::Shape {
                $crate::model::dictionary::Shape::Record(
                    <$name as $crate::model::dictionary::Record>::KIND,
                )
            }
            fn read(
                written: &$crate::model::dictionary::written::Written,
                reading: &mut $crate::model::dictionary::Reading,
            ) -> Option<Self> {
                <$name as $crate::model::dictionary::Record>::build(written, reading)
            }
            fn redacted_for(&self, level: $crate::model::dictionary::Level) -> Option<Self> {
                let visible = |own| own <= level;
                Some($name {
                    $($field: if visible($crate::model::dictionary::Level::$level) {
<$type as $crate::model::dictionary::Member>::shown(&self.$field, level)
} else {
<$type as $crate::model::dictionary::Member>::hidden()
}?),+
                })
            }
            fn blank() -> Option<Self> {
                Some($name {
                    $($field: <$type as $crate::model::dictionary::Member>::hidden()?),+
                })
            }
        }
    };
}
pub(crate) use record;
