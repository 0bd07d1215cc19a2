//! Macros that declare scalars which are words: closed lists, and references to records.

/// Declares an enum whose variants are Chinese words with English ids.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal $variants:tt) => {
        $crate::model::dictionary::word::words! {
            $(#[$doc])* $name = $label $id $variants
        }
        $crate::model::dictionary::value::word_value!($name);
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
        $crate::model::dictionary::value::word_value!($name);
    };
}
pub(crate) use reference;
