//! The rules in families.

use crate::check::Rule;

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

impl Family {
    /// All, in the rules' order.
    pub const ALL: [Family; 5] = [Family::Between, Family::Within, Family::Text, Family::Forms, Family::Document];

    /// The family of a rule.
    pub fn of(rule: Rule) -> Family {
        match rule {
            _ if rule <= Rule::SameNumber => Family::Between,
            _ if rule <= Rule::ThreePublicParts => Family::Within,
            _ if rule <= Rule::Counts => Family::Text,
            _ if rule <= Rule::FormProject => Family::Forms,
            _ => Family::Document,
        }
    }

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
