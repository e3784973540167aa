//! The categories of rules, by what they compare.

listed! {
    /// A category of rules.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Family {
        /// Between tables.
        Between,
        /// Within one table.
        Within,
        /// The narrative, compared with the tables and with itself.
        Text,
        /// Performance forms.
        Forms,
        /// The document's form.
        Document,
    }
}

impl Family {
    /// The category's name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Family::Between => "between",
            Family::Within => "within",
            Family::Text => "text",
            Family::Forms => "forms",
            Family::Document => "document",
        }
    }

    /// What the category is called, in Chinese and in English.
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
