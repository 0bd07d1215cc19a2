//! Macros for scalars: closed lists, references to records, words as values of fields, and what
//! JSON files hold as text or as an id.

/// Declares an enum whose variants are Chinese words with English ids.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $variants:tt) => {
        $crate::model::dictionary::word::words! {
            $(#[$doc])* $name = $label $id $variants
        }
        $crate::model::dictionary::choices::word_value!($name);
    };
}
pub(crate) use choices;

/// Declares a reference to another record by name, alias or id.
macro_rules! reference {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name, alias or id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl $crate::model::dictionary::word::Word for $name {
            const SHAPE: &'static $crate::model::dictionary::word::WordShape =
                &$crate::model::dictionary::word::WordShape {
                    id: $id,
                    name: $label,
                    form: "写名称、别名或编号",
                    pattern: "",
                    choices: &[],
                };
            fn parse(text: &str) -> Result<Self, $crate::model::dictionary::word::WordError> {
                Ok($name(text.to_owned()))
            }
            fn leaf(&self) -> $crate::model::dictionary::word::Leaf<'_> {
                $crate::model::dictionary::word::Leaf::Reference(Self::SHAPE, &self.0)
            }
        }
        $crate::model::dictionary::choices::word_value!($name);
    };
}
pub(crate) use reference;

/// Implements [`Value`](crate::model::dictionary::Value) for scalars.
macro_rules! word_value {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::model::dictionary::value::Value for $name {
            const FORM: $crate::model::dictionary::kind::Shape =
                $crate::model::dictionary::kind::Shape::Word(
                    <$name as $crate::model::dictionary::word::Word>::SHAPE,
                );
            fn read(
                written: &$crate::model::dictionary::written::Written,
                reading: &mut $crate::model::dictionary::reading::Reading,
            ) -> Option<Self> {
                reading.word(written)
            }
            fn visit<'a>(
                &'a self,
                route: &mut Vec<$crate::model::dictionary::route::Step>,
                visitor: $crate::model::dictionary::value::Visitor<'_, 'a>,
            ) {
                visitor(route, $crate::model::dictionary::word::Word::leaf(self));
            }
            fn blank() -> Option<Self> {
                <$name as $crate::model::dictionary::word::Word>::blank()
            }
            fn pack(&self, packer: &mut $crate::model::dictionary::packing::Packer) {
                packer.word(self);
            }
            fn unpack(
                unpacker: &mut $crate::model::dictionary::packing::Unpacker,
            ) -> Option<Self> {
                unpacker.word()
            }
        }

        impl $crate::model::dictionary::change::Changeable for $name {
            type Change = $crate::model::dictionary::change::Set<$name>;
            fn take_over(&mut self, change: &Self::Change) {
                change.put_into(self);
            }
        }
    )+};
}
pub(crate) use word_value;

/// Implements Serde by `Display` and `FromStr`.
macro_rules! json_text {
    ($($name:ty),+ $(,)?) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                input: D,
            ) -> Result<Self, D::Error> {
                let text = String::deserialize(input)?;
                text.parse().map_err(|error: <$name as std::str::FromStr>::Err| {
                    serde::de::Error::custom(error.problem)
                })
            }
        }
    )+};
}
pub(crate) use json_text;

/// Implements Serde by the id, for types whose `Display` is a word for readers.
macro_rules! json_id {
    ($($name:ty),+ $(,)?) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(&self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                input: D,
            ) -> Result<Self, D::Error> {
                let id = String::deserialize(input)?;
                <$name>::with_id(&id).ok_or_else(|| {
                    serde::de::Error::custom(format!("no id: {id}"))
                })
            }
        }
    )+};
}
pub(crate) use json_id;
