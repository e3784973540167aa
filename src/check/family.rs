//! The families of rules, by what they hold against what.

listed! {
    /// A family of rules.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Family {
        /// Between tables.
        Between,
        /// Within one.
        Within,
        /// The text, held against tables and itself.
        Text,
        /// Performance forms.
        Forms,
        /// The document's form.
        Document,
    }
}

impl Family {
    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Family::Between => "between",
            Family::Within => "within",
            Family::Text => "text",
            Family::Forms => "forms",
            Family::Document => "document",
        }
    }

    /// What it is called, in Chinese and in English.
    pub const fn name(self) -> (&'static str, &'static str) {
        match self {
            Family::Between => ("表间", "Between"),
            Family::Within => ("表内", "Within"),
            Family::Text => ("文字", "Text"),
            Family::Forms => ("绩效", "Forms"),
            Family::Document => ("体例", "Layout"),
        }
    }
}
